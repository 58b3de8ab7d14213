package org.saccade.operators.baseline;

/** Distances of two samples, each in rising order. */
public final class Distances {
  private static final int TENTHS = 10;
  private static final double PSEUDO = 0.5;

  private Distances() {}

  /** Kolmogorov's and Smirnov's D: the most that the distributions are apart, 0 to 1. */
  public static double kolmogorov(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    double most = 0;
    while (i < a.length && j < b.length) {
      double x = Math.min(a[i], b[j]);
      while (i < a.length && a[i] <= x) {
        i++;
      }
      while (j < b.length && b[j] <= x) {
        j++;
      }
      most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
    }
    return most;
  }

  /** Wasserstein's distance: the area between the distributions, in the value's unit. */
  public static double wasserstein(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    double area = 0;
    double before = Math.min(a[0], b[0]);
    while (i < a.length || j < b.length) {
      boolean first = j == b.length || (i < a.length && a[i] <= b[j]);
      double x = first ? a[i] : b[j];
      area += Math.abs((double) i / a.length - (double) j / b.length) * (x - before);
      before = x;
      if (first) {
        i++;
      } else {
        j++;
      }
    }
    return area;
  }

  /**
   * Population stability index over the tenths of the first sample, half a sample added to every
   * tenth of either, so that an empty one is no infinity.
   */
  public static double stability(double[] a, double[] b) {
    double index = 0;
    int fromA = 0;
    int fromB = 0;
    for (int t = 1; t <= TENTHS; t++) {
      int toA = a.length;
      int toB = b.length;
      if (t < TENTHS) {
        double edge = a[(int) ((long) a.length * t / TENTHS)];
        toA = below(a, edge, fromA);
        toB = below(b, edge, fromB);
      }
      double p = (toA - fromA + PSEUDO) / (a.length + TENTHS * PSEUDO);
      double q = (toB - fromB + PSEUDO) / (b.length + TENTHS * PSEUDO);
      index += (p - q) * StrictMath.log(p / q);
      fromA = toA;
      fromB = toB;
    }
    return index;
  }

  private static int below(double[] sorted, double edge, int from) {
    int i = from;
    while (i < sorted.length && sorted[i] < edge) {
      i++;
    }
    return i;
  }
}
