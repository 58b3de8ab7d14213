package org.saccade.benchmarks.ridge;

import java.util.stream.IntStream;

/** Kernel ridge regression onto classes, by a Cholesky decomposition. */
final class KernelRidge {
  private static final double WIDTH = 0.5;
  private static final double RIDGE = 0.03;

  private final float[][] seen;
  private final double[][] weights;
  private final int classes;

  /**
   * @param seen rows of unit length
   * @param labels a class number a row
   */
  KernelRidge(float[][] seen, int[] labels, int classes) {
    this.seen = seen;
    this.classes = classes;
    int n = seen.length;
    double[][] lower = new double[n][];
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              lower[i] = new double[i + 1];
              for (int j = 0; j <= i; j++) {
                lower[i][j] = kernel(seen[i], seen[j]);
              }
              lower[i][i] += RIDGE;
            });
    decompose(lower);
    weights = new double[classes][];
    for (int c = 0; c < classes; c++) {
      double[] target = new double[n];
      for (int i = 0; i < n; i++) {
        target[i] = (labels[i] == c ? 1 : 0) - 1.0 / classes;
      }
      weights[c] = solve(lower, target);
    }
  }

  private static double kernel(float[] a, float[] b) {
    float dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
    }
    return Math.exp((2 * dot - 2) / WIDTH);
  }

  /** A = L Lᵀ in place, row by row. */
  private static void decompose(double[][] lower) {
    for (int i = 0; i < lower.length; i++) {
      double[] row = lower[i];
      for (int j = 0; j <= i; j++) {
        double[] other = lower[j];
        double sum = row[j];
        for (int k = 0; k < j; k++) {
          sum -= row[k] * other[k];
        }
        row[j] = i == j ? Math.sqrt(sum) : sum / other[j];
      }
    }
  }

  private static double[] solve(double[][] lower, double[] target) {
    int n = target.length;
    double[] x = target.clone();
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      x[i] /= lower[i][i];
      for (int k = 0; k < i; k++) {
        x[k] -= lower[i][k] * x[i];
      }
    }
    return x;
  }

  /** Scores of a row, one a class. */
  double[] scores(float[] row) {
    double[] scores = new double[classes];
    for (int i = 0; i < seen.length; i++) {
      double k = kernel(row, seen[i]);
      for (int c = 0; c < classes; c++) {
        scores[c] += k * weights[c][i];
      }
    }
    return scores;
  }
}
