package org.saccade.operators.series;

import java.util.Arrays;

/**
 * The parameters of a {@link SeriesDetector}.
 *
 * @param resolution difference of values from which they count as different; above 0
 * @param warmUp records before the first score that means something; at least 30
 * @param runLength records between false alarms of drift
 */
public record SeriesParameters(double resolution, int warmUp, double runLength) {
  /**
   * Buckets of the encoder over the range of values and a fifth of it on either side, as in NAB.
   */
  private static final double BUCKETS = 130;

  private static final double MARGINS = 1.4;

  /** In the series of NAB at hand it is at most 81. */
  private static final double OUT_OF_PROPORTION = 1e4;

  private static final int LONGEST_WARM_UP = 750;
  private static final int SHORTEST_WARM_UP = 30;

  public SeriesParameters {
    if (!(resolution > 0) || resolution == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("resolution=" + resolution + " must be above 0");
    }
    if (warmUp < SHORTEST_WARM_UP) {
      throw new IllegalArgumentException(
          "warmUp=" + warmUp + " must be at least " + SHORTEST_WARM_UP);
    }
  }

  /** For values between these: 130 buckets over their range and a fifth of it on either side. */
  public static double resolution(double min, double max) {
    double resolution = (max / BUCKETS - min / BUCKETS) * MARGINS;
    return resolution > 0 && Double.isFinite(resolution) ? resolution : 1;
  }

  /**
   * For a series of which only the beginning is known: the range is that of these values, less a
   * fiftieth of them at either end, where outliers are. Of a constant series a hundredth of its
   * value.
   *
   * @param values usable, the first {@code n} entries; at least one
   */
  public static double resolution(double[] values, int n) {
    double[] sorted = Arrays.copyOf(values, n);
    Arrays.sort(sorted);
    int cut = n / 50;
    double low = sorted[cut];
    double high = sorted[n - 1 - cut];
    return low < high ? resolution(low, high) : low == 0 ? 1 : Math.abs(low) / 100;
  }

  /**
   * For a series that is known as a whole: 130 buckets over its range as above, unless that is more
   * than {@value #OUT_OF_PROPORTION} times the range of all values but a fiftieth at either end.
   * Then the few out there, which are anomalies at any resolution, would leave all others in one
   * bucket, and the range is that of the others.
   *
   * @param values usable, the first {@code n} entries; at least one
   */
  public static double wholeResolution(double[] values, int n) {
    double[] sorted = Arrays.copyOf(values, n);
    Arrays.sort(sorted);
    int cut = n / 50;
    double inner = sorted[n - 1 - cut] - sorted[cut];
    boolean few = inner > 0 && sorted[n - 1] - sorted[0] > OUT_OF_PROPORTION * inner;
    return few
        ? resolution(sorted[cut], sorted[n - 1 - cut])
        : resolution(sorted[0], sorted[n - 1]);
  }

  /** NAB's probation: 15 % of the records, at most 750. */
  public static int warmUp(int records) {
    return Math.max(SHORTEST_WARM_UP, Math.min((int) (0.15 * records), LONGEST_WARM_UP));
  }
}
