package org.saccade.simulators.gesture;

/** Paints capsules onto a frame, with smooth edges. */
final class Painter {
  /** By how much the rim of a round limb is darker than its middle. */
  private static final double SHADE = 0.25;

  private final int width;
  private final int height;

  Painter(int width, int height) {
    this.width = width;
    this.height = height;
  }

  /**
   * A stroke between two discs, which may have different radii and the same centre.
   *
   * @param x0 pixels from the left edge; the centre of column 0 is 0.5
   * @param r0 radius at the begin, pixels
   * @param luminance of its middle, 0 to 255
   * @param folds share by which stripes across it are brighter and darker
   * @param period of the stripes, pixels
   */
  void stroke(
      double x0,
      double y0,
      double r0,
      double x1,
      double y1,
      double r1,
      double luminance,
      double folds,
      double period,
      float[] frame) {
    double margin = Math.max(r0, r1) + 1;
    int left = (int) Math.max(0, Math.floor(Math.min(x0, x1) - margin));
    int right = (int) Math.min(width - 1, Math.ceil(Math.max(x0, x1) + margin));
    int top = (int) Math.max(0, Math.floor(Math.min(y0, y1) - margin));
    int bottom = (int) Math.min(height - 1, Math.ceil(Math.max(y0, y1) + margin));
    double dx = x1 - x0;
    double dy = y1 - y0;
    double square = dx * dx + dy * dy;
    double length = Math.sqrt(square);
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double along = square < 1e-9 ? 0 : (px * dx + py * dy) / square;
        along = Math.max(0, Math.min(1, along));
        double ex = px - along * dx;
        double ey = py - along * dy;
        double radius = r0 + along * (r1 - r0);
        double distance = Math.sqrt(ex * ex + ey * ey);
        double cover = Math.min(1, radius + 0.5 - distance);
        if (cover > 0) {
          double rim = Math.min(1, distance / radius);
          double own = luminance * (1 - SHADE * rim * rim);
          own *= 1 + folds * triangle(along * length / period);
          int i = y * width + x;
          frame[i] = (float) Math.max(0, Math.min(255, frame[i] + cover * (own - frame[i])));
        }
      }
    }
  }

  /** A wave of period 1 between -1 and 1, of straight lines. */
  private static double triangle(double z) {
    return 4 * Math.abs(z - Math.floor(z) - 0.5) - 1;
  }
}
