package org.saccade.operators.microsaccade;

import java.util.Arrays;

/**
 * The median-based standard deviation of velocities, which a few fast movements do not move:
 *
 * <pre>  σ = √ median( (v − median(v))² )</pre>
 *
 * <p>The median of an even number of values is the mean of the two in the middle. NaN is left out.
 * Where more than half of the velocities are the same, so that σ is below 1e-10 (an eye that is
 * replayed from a coarse grid), the toolbox takes the ordinary standard deviation {@code √(mean(v²)
 * − mean(v)²)}; so do we.
 */
final class MedianDeviation {
  /** Below it, deg/s, a deviation is none. */
  static final double NONE = 1e-10;

  private MedianDeviation() {}

  /** σ of {@code v[0, n)}, deg/s; 0 where there is nothing to deviate. */
  static double of(double[] v, int n) {
    double[] sorted = new double[n];
    int m = 0;
    for (int i = 0; i < n; i++) {
      if (!Double.isNaN(v[i])) {
        sorted[m++] = v[i];
      }
    }
    if (m == 0) {
      return 0;
    }
    double[] seen = Arrays.copyOf(sorted, m);
    double median = median(sorted, m);
    for (int i = 0; i < m; i++) {
      double d = seen[i] - median;
      sorted[i] = d * d;
    }
    double deviation = Math.sqrt(median(sorted, m));
    return deviation < NONE ? ordinary(seen) : deviation;
  }

  private static double ordinary(double[] v) {
    double sum = 0;
    double squares = 0;
    for (double value : v) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / v.length;
    double deviation = Math.sqrt(Math.max(0, squares / v.length - mean * mean));
    return deviation < NONE ? 0 : deviation;
  }

  /** Sorts {@code values[0, n)}. */
  private static double median(double[] values, int n) {
    Arrays.sort(values, 0, n);
    return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
  }
}
