package org.saccade.operators.baseline;

/**
 * ADWIN's evidence: the window of all samples since the reset is cut at every bucket's border, and
 * the means of the two parts compared.
 *
 * <pre>
 *   ε = √(2 m v L) + 2/3 m L,   m = 1/(n₀ - 4) + 1/(n₁ - 4),   L = ln(2 ln n / δ)
 * </pre>
 *
 * <p>Told is ln 1/δ of the strictest δ at which |mean₀ - mean₁| is ε somewhere. Buckets hold 2^k
 * samples, at most five of a size.
 */
public final class Adwin implements ChangeStatistic {
  private static final int SIZES = 48;
  private static final int MOST = 5;
  private static final int CLOCK = 32;
  private static final int LEAST = 10;
  private static final int LEAST_PART = 5;

  private final double[][] sum = new double[SIZES][MOST + 1]; // the oldest of a size first
  private final int[] held = new int[SIZES];
  private long n;
  private double mean;
  private double squares;

  @Override
  public double step(double x) {
    n++;
    double difference = x - mean;
    mean += difference / n;
    squares += difference * (x - mean);
    sum[0][held[0]++] = x;
    for (int k = 0; held[k] > MOST; k++) {
      sum[k + 1][held[k + 1]++] = sum[k][0] + sum[k][1];
      held[k] -= 2;
      System.arraycopy(sum[k], 2, sum[k], 0, held[k]);
    }
    return n % CLOCK == 0 && n > LEAST ? evidence() : 0;
  }

  private double evidence() {
    double most = 0;
    double variance = squares / n;
    long n0 = 0;
    double sum0 = 0;
    double total = mean * n;
    for (int k = SIZES - 1; k >= 0; k--) {
      for (int b = 0; b < held[k]; b++) {
        n0 += 1L << k;
        sum0 += sum[k][b];
        long n1 = n - n0;
        if (n0 >= LEAST_PART && n1 >= LEAST_PART) {
          double apart = Math.abs(sum0 / n0 - (total - sum0) / n1);
          double m = 1.0 / (n0 - LEAST_PART + 1) + 1.0 / (n1 - LEAST_PART + 1);
          double half = Math.sqrt(2 * m * variance);
          double root = (Math.sqrt(half * half + 8.0 / 3 * m * apart) - half) / (4.0 / 3 * m);
          most = Math.max(most, root * root - Math.log(2 * Math.log(n)));
        }
      }
    }
    return most;
  }

  @Override
  public void reset() {
    java.util.Arrays.fill(held, 0);
    n = 0;
    mean = 0;
    squares = 0;
  }
}
