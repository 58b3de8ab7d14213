package org.saccade.operators.microsaccade;

/**
 * Parameters of the detection on a stream.
 *
 * @param detector threshold and duration
 * @param windowSeconds sensor time in which the eye was seen, over which the medians are taken; 0.1
 *     to 600
 * @param warmUpSeconds how much of it must be there before anything is detected
 */
public record OnlineParameters(
    DetectorParameters detector, double windowSeconds, double warmUpSeconds) {
  /** λ = 6, three samples; medians over 15 s, after 1 s. */
  public static final OnlineParameters DEFAULTS =
      new OnlineParameters(DetectorParameters.DEFAULTS, 15, 1);

  /** Most velocities of one window. */
  static final int MAX_WINDOW = 1 << 20;

  public OnlineParameters {
    if (!(windowSeconds >= 0.1) || windowSeconds > 600) {
      throw new IllegalArgumentException(
          "windowSeconds=" + windowSeconds + " must be between 0.1 and 600");
    }
    if (!(warmUpSeconds >= 0) || warmUpSeconds > windowSeconds) {
      throw new IllegalArgumentException(
          "warmUpSeconds="
              + warmUpSeconds
              + " must be between 0 and the window's "
              + windowSeconds);
    }
  }

  /** Velocities of a full window. */
  int window(double rate) {
    return (int) Math.max(16, Math.min(MAX_WINDOW, Math.round(windowSeconds * rate)));
  }

  /** Velocities after which there is a threshold. */
  int warmUp(double rate) {
    return (int) Math.max(16, Math.min(window(rate), Math.round(warmUpSeconds * rate)));
  }
}
