package org.saccade.operators.sequential;

/**
 * A Bernoulli test whose evidence is whole steps, so that its run lengths are those of a finite
 * Markov chain and exact: yes moves the walk {@code up}, no moves it {@code down}.
 *
 * <p>Any Bernoulli test is near one: the ratio of its evidences is replaced by the nearest one of
 * small whole numbers, which is the same test for a slightly different p₁. Source: Reynolds and
 * Stoumbos 1999.
 *
 * @param up steps of a yes
 * @param down steps of a no
 * @param unit evidence of a step
 */
public record Lattice(int up, int down, double unit) {
  /** Up to this sum of up and down a test is taken to its lattice. */
  private static final int FINEST = 60;

  public Lattice {
    if (up < 1 || down < 1) {
      throw new IllegalArgumentException("up=" + up + " and down=" + down + " must be at least 1");
    }
    Checks.positive("unit", unit);
  }

  /** The lattice nearest to a test for a higher p. */
  public static Lattice of(Bernoulli test) {
    if (test.p1() < test.p0()) {
      throw new IllegalArgumentException("p1=" + test.p1() + " must be above p0=" + test.p0());
    }
    double all = test.yes() - test.no();
    double share = -test.no() / all;
    int best = 2;
    double closest = Double.MAX_VALUE;
    for (int m = 2; m <= FINEST; m++) {
      long k = Math.max(1, Math.min(m - 1, Math.round(share * m)));
      double off = Math.abs(share - (double) k / m);
      if (off < closest * 0.999) {
        closest = off;
        best = m;
      }
    }
    int down = (int) Math.max(1, Math.min(best - 1, Math.round(share * best)));
    return new Lattice(best - down, down, all / best);
  }

  /**
   * Mean number of samples until a CUSUM of threshold {@code h} steps alarms, begun at 0, if yes
   * has probability p.
   */
  public double cusumRunLength(double p, int h) {
    Checks.probability("p", p);
    return solve(p, h, h, true)[0];
  }

  /**
   * Mean number of samples of a test that ends at {@code a} steps up or {@code b} steps down from
   * where it begins.
   */
  public double expectedSamples(double p, int a, int b) {
    return solve(p, a + b - 1, a + b - 1, false)[b - 1];
  }

  /** Probability that such a test ends at its upper barrier. */
  public double alternative(double p, int a, int b) {
    int n = a + b - 1;
    double[] into = new double[n];
    for (int s = Math.max(0, n - up); s < n; s++) {
      into[s] = p;
    }
    return solve(p, n, into, false)[b - 1];
  }

  /** The least threshold in steps at which false alarms are at least this far apart. */
  public int threshold(double p0, double runLength) {
    int high = 1;
    while (cusumRunLength(p0, high) < runLength) {
      high *= 2;
      if (high > 1 << 16) {
        throw new IllegalArgumentException(
            "runLength=" + runLength + " is more than a threshold of 2^16 steps gives at p0=" + p0);
      }
    }
    int low = high / 2;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (cusumRunLength(p0, middle) < runLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private double[] solve(double p, int n, int ones, boolean reflect) {
    double[] right = new double[n];
    java.util.Arrays.fill(right, 0, ones, 1);
    return solve(p, n, right, reflect);
  }

  /**
   * (I - P) x = right by elimination within the band; I - P is an M-matrix, which needs no pivots.
   */
  private double[] solve(double p, int n, double[] right, boolean reflect) {
    int width = down + up + 1;
    double[][] band = new double[n][width]; // column j of row i at [j - i + down]
    for (int s = 0; s < n; s++) {
      band[s][down] += 1;
      if (s + up < n) {
        band[s][down + up] -= p;
      }
      if (s - down >= 0) {
        band[s][0] -= 1 - p;
      } else if (reflect) {
        band[s][down - s] -= 1 - p;
      }
    }
    double[] x = right.clone();
    for (int k = 0; k < n; k++) {
      for (int i = k + 1; i <= Math.min(n - 1, k + down); i++) {
        double factor = band[i][k - i + down] / band[k][down];
        if (factor != 0) {
          for (int j = k; j <= Math.min(n - 1, k + up); j++) {
            band[i][j - i + down] -= factor * band[k][j - k + down];
          }
          x[i] -= factor * x[k];
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j <= Math.min(n - 1, i + up); j++) {
        x[i] -= band[i][j - i + down] * x[j];
      }
      x[i] /= band[i][down];
    }
    return x;
  }
}
