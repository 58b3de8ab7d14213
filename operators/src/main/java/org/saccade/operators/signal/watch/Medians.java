package org.saccade.operators.signal.watch;

import java.util.Arrays;

/** The middle of some numbers. */
final class Medians {
  private Medians() {}

  /** Of the first {@code n} values, at least one, none NaN; they come out sorted. */
  static double of(double[] values, int n) {
    Arrays.sort(values, 0, n);
    return (values[(n - 1) / 2] + values[n / 2]) / 2;
  }
}
