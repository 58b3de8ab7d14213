package org.saccade.simulators.gaze;

/**
 * A microsaccade that was made, of both eyes.
 *
 * @param onset seconds from the start
 * @param duration seconds
 * @param amplitude degrees
 * @param direction radians, counter-clockwise from the right
 */
public record TrueMicrosaccade(double onset, double duration, double amplitude, double direction) {
  /** K of the main sequence, deg/s at one degree. */
  public static final double K = 64.5;

  /** β of the main sequence. */
  public static final double BETA = 0.64;

  /** Largest over mean velocity of the path of least jerk. */
  private static final double PEAK_OVER_MEAN = 15.0 / 8;

  static TrueMicrosaccade of(double onset, double amplitude, double direction) {
    double peak = K * StrictMath.pow(amplitude, BETA);
    return new TrueMicrosaccade(onset, PEAK_OVER_MEAN * amplitude / peak, amplitude, direction);
  }

  /** Vp, deg/s. */
  public double peakVelocity() {
    return PEAK_OVER_MEAN * amplitude / duration;
  }

  /** When it has landed, seconds from the start. */
  public double landing() {
    return onset + duration;
  }

  /** Share of the amplitude that is behind it, 0 to 1. */
  double progress(double seconds) {
    double s = Math.max(0, Math.min(1, (seconds - onset) / duration));
    return s * s * s * (10 + s * (6 * s - 15));
  }
}
