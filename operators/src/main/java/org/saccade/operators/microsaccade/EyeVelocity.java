package org.saccade.operators.microsaccade;

/**
 * Velocity of one component of gaze, by the moving average of five samples:
 *
 * <pre>  v[n] = rate / 6 · (x[n+2] + x[n+1] − x[n−1] − x[n−2])</pre>
 *
 * <p>The second and the last but one sample take {@code rate / 2 · (x[n+1] − x[n−1])}, the first
 * and the last 0. Where samples are missing (NaN) this holds for every stretch without a hole, and
 * the velocity of a missing sample is NaN.
 */
public final class EyeVelocity {
  /** Beyond it, degrees or pixels, a number is no position but a tracker's word for "not seen". */
  private static final double MAX_POSITION = 1e6;

  private EyeVelocity() {}

  /** Whether a number is a position: neither NaN nor beyond ±10^6. */
  static boolean isPosition(double x) {
    return Math.abs(x) <= MAX_POSITION;
  }

  /**
   * Fills {@code v[0, n)}.
   *
   * @param x position in degrees, at least {@code n} long; NaN where the eye was not seen
   * @param rate samples a second
   * @param v degrees a second, at least {@code n} long
   */
  public static void of(double[] x, int n, double rate, double[] v) {
    int i = 0;
    while (i < n) {
      if (Double.isNaN(x[i])) {
        v[i++] = Double.NaN;
        continue;
      }
      int end = i;
      while (end < n && !Double.isNaN(x[end])) {
        end++;
      }
      stretch(x, i, end, rate, v);
      i = end;
    }
  }

  private static void stretch(double[] x, int from, int to, double rate, double[] v) {
    double six = rate / 6;
    double two = rate / 2;
    v[from] = 0;
    v[to - 1] = 0;
    if (to - from > 2) {
      v[from + 1] = two * (x[from + 2] - x[from]);
      v[to - 2] = two * (x[to - 1] - x[to - 3]);
    }
    for (int i = from + 2; i < to - 2; i++) {
      // In this order of terms the toolbox's velocities come out to the last bit.
      v[i] = six * (x[i + 2] + x[i + 1] - x[i - 1] - x[i - 2]);
    }
  }
}
