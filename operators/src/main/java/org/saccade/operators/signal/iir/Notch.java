package org.saccade.operators.signal.iir;

import java.util.List;
import org.saccade.operators.signal.Samples;

/**
 * A notch of second order (Orfanidis, Introduction to Signal Processing, 1996, eq. 11.3.7 and
 * 11.3.19), {@code hz/quality} wide at −3 dB.
 *
 * @param hz that is taken out, above 0
 * @param quality above 0; 30 is usual for the line
 */
public record Notch(double hz, double quality) implements IirDesign {
  public Notch {
    if (!(hz > 0) || Double.isInfinite(hz) || !(quality > 0) || Double.isInfinite(quality)) {
      throw new IllegalArgumentException(
          "hz=" + hz + " and quality=" + quality + " must be above 0 and finite");
    }
  }

  @Override
  public Sections sections(double rate) {
    Samples.rate(rate);
    double width = hz / quality;
    if (!(hz < rate / 2) || !(width < rate / 2)) {
      throw new IllegalArgumentException(
          "hz="
              + hz
              + " and its width hz/quality="
              + width
              + " must be below half of the rate, "
              + rate / 2
              + " Hz");
    }
    double cos = StrictMath.cos(2 * StrictMath.PI * hz / rate);
    double gain = 1 / (1 + StrictMath.tan(StrictMath.PI * width / rate));
    return Sections.of(
        List.of(new double[] {gain, -2 * gain * cos, gain, -2 * gain * cos, 2 * gain - 1}));
  }
}
