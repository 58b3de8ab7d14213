package org.saccade.operators.baseline;

import java.util.Arrays;

/** The last samples beside the first ones. */
public final class TwoSample implements ChangeStatistic {
  /** How two samples are compared; both in rising order. */
  public interface Distance {
    /** At least 0. */
    double between(double[] reference, double[] window);
  }

  private final double[] reference;
  private final double[] recent;
  private final double[] sorted;
  private final Distance distance;
  private int warm;
  private long n;

  /**
   * @param warmUp the first samples, the reference
   * @param window the last samples
   */
  public TwoSample(int warmUp, int window, Distance distance) {
    if (warmUp < 2 || window < 2) {
      throw new IllegalArgumentException(
          "warmUp=" + warmUp + " and window=" + window + " must be at least 2");
    }
    reference = new double[warmUp];
    recent = new double[window];
    sorted = new double[window];
    this.distance = distance;
  }

  @Override
  public double step(double x) {
    if (warm < reference.length) {
      reference[warm++] = x;
      if (warm == reference.length) {
        Arrays.sort(reference);
      }
      return 0;
    }
    int filled = (int) Math.min(n, recent.length);
    int at = (int) (n++ % recent.length);
    if (filled == recent.length) {
      int out = Arrays.binarySearch(sorted, recent[at]);
      System.arraycopy(sorted, out + 1, sorted, out, filled - out - 1);
      filled--;
    }
    int in = Arrays.binarySearch(sorted, 0, filled, x);
    in = in < 0 ? -in - 1 : in;
    System.arraycopy(sorted, in, sorted, in + 1, filled - in);
    sorted[in] = x;
    recent[at] = x;
    return n < recent.length ? 0 : distance.between(reference, sorted);
  }

  @Override
  public void reset() {
    warm = 0;
    n = 0;
  }
}
