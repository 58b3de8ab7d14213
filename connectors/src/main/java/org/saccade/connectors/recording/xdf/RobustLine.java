package org.saccade.connectors.recording.xdf;

/**
 * A line through points of which some are far off.
 *
 * <pre>
 *   y ≈ intercept + slope (x - x0)     minimising Σ huber(residual / threshold)
 * </pre>
 *
 * <p>By iteratively reweighted least squares (Huber 1964): a point within the threshold has weight
 * 1, one beyond it threshold / |residual|.
 *
 * @param x0 where the intercept holds
 * @param intercept y at x0
 * @param slope y a unit of x
 */
record RobustLine(double x0, double intercept, double slope) {
  private static final int MAX_ROUNDS = 1000;
  private static final double SETTLED = 1e-12;

  /** No correction. */
  static final RobustLine ZERO = new RobustLine(0, 0, 0);

  double at(double x) {
    return intercept + slope * (x - x0);
  }

  /**
   * Through points {@code from} (with) to {@code to} (without): one makes a constant, none {@link
   * #ZERO}.
   */
  static RobustLine through(double[] x, double[] y, int from, int to, double threshold) {
    if (to <= from) {
      return ZERO;
    }
    RobustLine line = new RobustLine(x[from], y[from], 0);
    double spread = 0;
    for (int i = from; i < to; i++) {
      spread = Math.max(spread, Math.abs(x[i] - x[from]));
    }
    if (spread == 0) {
      return line;
    }
    line = weighted(line, x, y, from, to, Double.POSITIVE_INFINITY);
    for (int round = 0; round < MAX_ROUNDS; round++) {
      RobustLine next = weighted(line, x, y, from, to, threshold);
      double moved =
          Math.abs(next.intercept - line.intercept) + spread * Math.abs(next.slope - line.slope);
      line = next;
      if (moved < SETTLED) {
        break;
      }
    }
    return line;
  }

  private static RobustLine weighted(
      RobustLine before, double[] x, double[] y, int from, int to, double threshold) {
    double w = 0;
    double wx = 0;
    double wy = 0;
    double wxx = 0;
    double wxy = 0;
    for (int i = from; i < to; i++) {
      double residual = Math.abs(y[i] - before.at(x[i]));
      double weight = residual <= threshold ? 1 : threshold / residual;
      double dx = x[i] - before.x0;
      w += weight;
      wx += weight * dx;
      wy += weight * y[i];
      wxx += weight * dx * dx;
      wxy += weight * dx * y[i];
    }
    double determinant = w * wxx - wx * wx;
    if (!(determinant > 0)) {
      return before;
    }
    double slope = (w * wxy - wx * wy) / determinant;
    return new RobustLine(before.x0, (wy - slope * wx) / w, slope);
  }
}
