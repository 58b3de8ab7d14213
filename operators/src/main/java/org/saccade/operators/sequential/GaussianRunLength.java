package org.saccade.operators.sequential;

import org.saccade.operators.probability.NormalTail;

/**
 * Exact run length of a CUSUM S = max(0, S + x - k) of standard normal samples, alarm at S ≥ h,
 * from the integral equation
 *
 * <pre>  L(s) = 1 + Φ(k - s) L(0) + ∫₀ʰ φ(y - s + k) L(y) dy</pre>
 *
 * <p>by Gauss-Legendre quadrature (Nyström's method), which converges faster than any power of the
 * number of points. Samples of another mean are those of another k.
 */
public final class GaussianRunLength {
  private static final int POINTS_A_DEVIATION = 6;
  private static final int LEAST_POINTS = 32;

  private GaussianRunLength() {}

  /**
   * Mean number of samples until the alarm, begun at 0.
   *
   * @param k reference value, in deviations
   * @param h threshold, in deviations
   * @param mean mean of the samples, in deviations
   */
  public static double of(double k, double h, double mean) {
    Checks.positive("h", h);
    double drop = k - mean;
    int n = (int) Math.max(LEAST_POINTS, StrictMath.ceil(h * POINTS_A_DEVIATION));
    double[] nodes = new double[n];
    double[] weights = new double[n];
    legendre(nodes, weights);
    // Unknowns: L(0), then L at the nodes.
    double[][] a = new double[n + 1][n + 2];
    for (int i = 0; i <= n; i++) {
      double s = i == 0 ? 0 : h / 2 * (nodes[i - 1] + 1);
      a[i][i] = 1;
      a[i][0] -= NormalTail.above(s - drop);
      for (int j = 1; j <= n; j++) {
        double y = h / 2 * (nodes[j - 1] + 1);
        a[i][j] -= h / 2 * weights[j - 1] * density(y - s + drop);
      }
      a[i][n + 1] = 1;
    }
    return first(a);
  }

  /** Of two tests, one upward and one downward, of which the first alarm counts. */
  public static double ofBothDirections(double k, double h, double mean) {
    return 1 / (1 / of(k, h, mean) + 1 / of(k, h, -mean));
  }

  /** The threshold at which false alarms of one direction are this far apart. */
  public static double threshold(double k, double runLength) {
    Checks.positive("runLength", runLength);
    double low = 1e-3;
    double high = 1;
    while (of(k, high, 0) < runLength) {
      high *= 1.5;
      if (high > 200) {
        throw new IllegalArgumentException(
            "runLength="
                + runLength
                + " is more than a threshold of 200 deviations gives at k="
                + k);
      }
    }
    for (int i = 0; i < 60 && high - low > 1e-9 * high; i++) {
      double middle = (low + high) / 2;
      if (of(k, middle, 0) < runLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double density(double x) {
    return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
  }

  /** Gauss-Legendre nodes and weights on [-1, 1] by Newton's method on the polynomial. */
  private static void legendre(double[] nodes, double[] weights) {
    int n = nodes.length;
    for (int i = 0; i < n; i++) {
      double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < 100; step++) {
        double p = 1;
        double before = 0;
        for (int k = 1; k <= n; k++) {
          double next = ((2 * k - 1) * x * p - (k - 1) * before) / k;
          before = p;
          p = next;
        }
        slope = n * (x * p - before) / (x * x - 1);
        double move = p / slope;
        x -= move;
        if (Math.abs(move) < 1e-15) {
          break;
        }
      }
      nodes[i] = x;
      weights[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  /**
   * The first unknown of a linear system, by elimination with pivots; the system is overwritten.
   */
  private static double first(double[][] a) {
    int n = a.length;
    for (int k = n - 1; k >= 0; k--) {
      int pivot = k;
      for (int i = 0; i < k; i++) {
        pivot = Math.abs(a[i][k]) > Math.abs(a[pivot][k]) ? i : pivot;
      }
      double[] row = a[pivot];
      a[pivot] = a[k];
      a[k] = row;
      for (int i = 0; i < k; i++) {
        double factor = a[i][k] / row[k];
        for (int j = 0; j < k; j++) {
          a[i][j] -= factor * row[j];
        }
        a[i][n] -= factor * row[n];
      }
    }
    return a[0][n] / a[0][0];
  }
}
