package org.saccade.operators.signal.chain;

import org.saccade.operators.signal.gain.GainParameters;

/**
 * Adaptive gain control.
 *
 * @param together whether channels are brought to the same variance and no correlation, which is
 *     for at most 16 of them; else each is by itself
 * @param leak α, above 0: how much passes where the gains are 0 is 1/α
 * @param target variance to which every channel is brought, unit²
 * @param seconds time in which a gain that is off by one target comes nearer by one
 */
public record GainStepParameters(boolean together, double leak, double target, double seconds)
    implements StepParameters {
  private static final long serialVersionUID = 1L;

  private static final int MOST_TOGETHER = 16;

  public GainStepParameters {
    if (!(seconds > 0) || seconds > 1e6) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be above 0 and at most 1e6");
    }
    var unused = GainParameters.ofChannels(1, leak, target, 0);
  }

  @Override
  public StepKind kind() {
    return StepKind.GAIN;
  }

  @Override
  public String text() {
    return "gain," + together + "," + leak + "," + target + "," + seconds;
  }

  /**
   * @throws IllegalArgumentException if more channels than 16 are to be taken together
   */
  @Override
  public SignalStep step(SignalShape in) {
    int channels = in.channels();
    double eta = Math.min(1, 1 / (seconds * in.rate().hz()));
    if (!together) {
      return new GainStep(in, GainParameters.ofChannels(1, leak, target, eta), channels);
    }
    if (channels > MOST_TOGETHER) {
      throw new IllegalArgumentException(
          channels + " channels to take the correlation out of: at most " + MOST_TOGETHER);
    }
    return new GainStep(in, GainParameters.ofPairs(channels, leak, target, eta), 1);
  }
}
