package org.saccade.operators.sequential;

/**
 * 95 % interval of the mean of a Poisson count: Garwood's, with the χ² quantiles by Wilson and
 * Hilferty's cube, good to 1 % from one event on.
 */
final class Poisson {
  private static final double Z = 1.959964;

  private Poisson() {}

  static double low(long count) {
    return count == 0 ? 0 : count * cube(1 - 1.0 / (9 * count) - Z / (3 * StrictMath.sqrt(count)));
  }

  static double high(long count) {
    double n = count + 1.0;
    return n * cube(1 - 1 / (9 * n) + Z / (3 * StrictMath.sqrt(n)));
  }

  private static double cube(double x) {
    return x * x * x;
  }
}
