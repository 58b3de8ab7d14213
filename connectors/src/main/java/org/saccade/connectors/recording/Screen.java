package org.saccade.connectors.recording;

/**
 * The geometry of a screen before an eye.
 *
 * <pre>  degrees = atan( (pixel − pixels / 2) · millimetres / pixels / distance )</pre>
 *
 * @param widthPixels columns
 * @param heightPixels rows, counted from the top
 * @param widthMillimetres of the lit area
 * @param heightMillimetres of the lit area
 * @param distanceMillimetres from the eye to the screen's middle
 */
public record Screen(
    double widthPixels,
    double heightPixels,
    double widthMillimetres,
    double heightMillimetres,
    double distanceMillimetres) {
  public Screen {
    positive("widthPixels", widthPixels);
    positive("heightPixels", heightPixels);
    positive("widthMillimetres", widthMillimetres);
    positive("heightMillimetres", heightMillimetres);
    positive("distanceMillimetres", distanceMillimetres);
  }

  private static void positive(String name, double value) {
    if (!(value > 0) || value > 1e6) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and at most 1e6");
    }
  }

  /** Degrees to the right of the middle. */
  public double degreesX(double pixel) {
    return degrees((pixel - widthPixels / 2) * widthMillimetres / widthPixels);
  }

  /** Degrees above the middle: rows count downwards. */
  public double degreesY(double pixel) {
    return degrees((heightPixels / 2 - pixel) * heightMillimetres / heightPixels);
  }

  private double degrees(double millimetres) {
    return Math.toDegrees(StrictMath.atan2(millimetres, distanceMillimetres));
  }
}
