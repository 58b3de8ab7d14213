package org.saccade.operators.signal.chain;

import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.resample.ResampleParameters;
import org.saccade.schemas.packet.SampleRate;

/**
 * Another rate; of a signal that has it already nothing is changed.
 *
 * @param hz above 0, at most nine decimals
 */
public record ResampleStepParameters(double hz) implements StepParameters {
  private static final long serialVersionUID = 1L;

  private static final int MOST = 4096;

  public ResampleStepParameters {
    var unused = SampleRate.of(Samples.rate(hz));
  }

  @Override
  public StepKind kind() {
    return StepKind.RESAMPLE;
  }

  @Override
  public String text() {
    return "resample," + hz;
  }

  /**
   * @throws IllegalArgumentException if the ratio of the rates needs numbers beyond 4096
   */
  @Override
  public SignalStep step(SignalShape in) {
    SampleRate to = SampleRate.of(hz);
    long up = Math.multiplyExact(to.numerator(), in.rate().denominator());
    long down = Math.multiplyExact(to.denominator(), in.rate().numerator());
    long divisor = divisor(up, down);
    if (up / divisor > MOST || down / divisor > MOST) {
      throw new IllegalArgumentException(
          "from "
              + in.rate()
              + " to "
              + to
              + " is "
              + up / divisor
              + "/"
              + down / divisor
              + ": both must be at most "
              + MOST);
    }
    return new ResampleStep(
        in,
        new SignalShape(in.leads(), to),
        new ResampleParameters((int) (up / divisor), (int) (down / divisor)));
  }

  private static long divisor(long a, long b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
