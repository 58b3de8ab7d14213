package org.saccade.operators.signal;

/** Noise that any language makes alike. */
public final class Integers {
  private Integers() {}

  /**
   * From {@code s ← (1103515245·s + 12345) mod 2³¹}, s = 1 at first: {@code (s >> 16) mod 2001 −
   * 1000 + offset}.
   */
  public static double[] noise(int n, double offset) {
    double[] x = new double[n];
    long s = 1;
    for (int i = 0; i < n; i++) {
      s = (s * 1103515245 + 12345) % (1L << 31);
      x[i] = (s >> 16) % 2001 - 1000 + offset;
    }
    return x;
  }
}
