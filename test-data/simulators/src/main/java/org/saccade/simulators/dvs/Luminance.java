package org.saccade.simulators.dvs;

/** The two functions of luminance I, 0 to 255, that the pixel model is made of. */
final class Luminance {
  /** Below this luminance the photoreceptor is linear. */
  static final double LINEAR_UP_TO = 20;

  private static final double SLOPE = StrictMath.log(LINEAR_UP_TO) / LINEAR_UP_TO;
  private static final double ROUNDING = 1e8;

  private Luminance() {}

  /** Lin-log photoreceptor: I·ln(20)/20 up to 20, ln I above, rounded to 1e-8. */
  static double linLog(double luminance) {
    double log = luminance <= LINEAR_UP_TO ? luminance * SLOPE : StrictMath.log(luminance);
    return StrictMath.rint(log * ROUNDING) / ROUNDING;
  }

  /** (I + 20)/275: luminance as a share of full, never zero. */
  static double share(double luminance) {
    return (luminance + 20) / 275;
  }

  /** How much of its noise rate a pixel keeps in this light: 1 in the dark, a quarter at full. */
  static double noiseFactor(double luminance) {
    return (0.25 - 1) * share(luminance) + 1;
  }

  static float checked(float luminance, int pixel, int width) {
    if (!(luminance >= 0 && luminance <= 255)) {
      throw new IllegalArgumentException(
          String.format(
              "luminance=%s at x=%d y=%d must be between 0 and 255",
              luminance, pixel % width, pixel / width));
    }
    return luminance;
  }
}
