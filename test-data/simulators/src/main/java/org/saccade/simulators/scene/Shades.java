package org.saccade.simulators.scene;

/**
 * The two luminances of a scene of two shades.
 *
 * @param background 0 to 255
 * @param figure of bars, blades, dots or boxes; 0 to 255, darker or brighter than the background
 */
public record Shades(float background, float figure) {
  public Shades {
    check("background", background);
    check("figure", figure);
  }

  /**
   * Shades whose logarithms lie a contrast apart, for arithmetic with thresholds.
   *
   * @param logContrast ln(figure/background); 0.2 is one event at a threshold of 0.2
   */
  public static Shades apart(float background, double logContrast) {
    return new Shades(background, (float) (background * StrictMath.exp(logContrast)));
  }

  /** Luminance of a pixel of which the figure covers a share, 0 to 1. */
  float mix(double figureShare) {
    return (float) (background + figureShare * ((double) figure - background));
  }

  private static void check(String name, float luminance) {
    if (!(luminance >= 0 && luminance <= 255)) {
      throw new IllegalArgumentException(name + "=" + luminance + " must be between 0 and 255");
    }
  }
}
