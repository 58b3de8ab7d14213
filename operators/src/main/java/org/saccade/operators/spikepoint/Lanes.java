package org.saccade.operators.spikepoint;

/**
 * Loops over lanes: the same arithmetic for many points at once. Each is written so that the
 * compiler of Java 17 makes vector instructions of it, which it does where one array is stored to,
 * at most five are read, and all of them from their begin. (With an offset of its own for each
 * array, with two stores, with eight arrays or with a conditional value it does not: 2 to 5 times
 * slower.)
 */
final class Lanes {
  /** Less than the distance of 1 to the next smaller float, so that a membrane of 1 spikes. */
  private static final float TIE = 0x1p-26f;

  private Lanes() {}

  /** v = kept v + bias + a w + b x + c y + d z, each factor before its lanes. */
  static void begin(
      float kept,
      float bias,
      float a,
      float[] w,
      float b,
      float[] x,
      float c,
      float[] y,
      float d,
      float[] z,
      float[] v,
      int lanes) {
    for (int j = 0; j < lanes; j++) {
      v[j] = (kept * v[j] + bias) + ((a * w[j] + b * x[j]) + (c * y[j] + d * z[j]));
    }
  }

  /** sum += a w + b x + c y + d z, each factor before its lanes. */
  static void add(
      float a,
      float[] w,
      float b,
      float[] x,
      float c,
      float[] y,
      float d,
      float[] z,
      float[] sum,
      int lanes) {
    for (int j = 0; j < lanes; j++) {
      sum[j] += (a * w[j] + b * x[j]) + (c * y[j] + d * z[j]);
    }
  }

  /**
   * s = 1 where v is 1 or more, else 0; without a branch and without a division, which takes longer
   * than all the rest: |h| + h is 0 for h below 0, and at least 2 TIE for the others.
   */
  static void fire(float[] v, float[] s, int lanes) {
    for (int j = 0; j < lanes; j++) {
      float over = (v[j] - 1) + TIE;
      s[j] = Math.min(1, (Math.abs(over) + over) * (1 / TIE));
    }
  }

  /** v = 0 after a spike. */
  static void resetToZero(float[] v, float[] s, int lanes) {
    for (int j = 0; j < lanes; j++) {
      v[j] -= v[j] * s[j];
    }
  }

  /** v is 1 less after a spike. */
  static void resetByOne(float[] v, float[] s, int lanes) {
    for (int j = 0; j < lanes; j++) {
      v[j] -= s[j];
    }
  }

  /** Whether any lane is not 0. */
  static boolean any(float[] x, int lanes) {
    for (int j = 0; j < lanes; j++) {
      if (x[j] != 0) {
        return true;
      }
    }
    return false;
  }

  /** y += x. */
  static void add(float[] x, float[] y, int lanes) {
    for (int j = 0; j < lanes; j++) {
      y[j] += x[j];
    }
  }

  /**
   * The largest of every {@code stride}-th lane, in the first {@code stride} lanes: the upper half
   * against the lower until one row is left. What lies behind is overwritten.
   *
   * @param spare as long as half of x
   */
  static void largest(float[] x, int rows, int stride, float[] spare) {
    for (int left = rows; left > 1; ) {
      int upper = left / 2;
      left -= upper;
      int lanes = upper * stride;
      System.arraycopy(x, left * stride, spare, 0, lanes);
      for (int j = 0; j < lanes; j++) {
        x[j] = Math.max(x[j], spare[j]);
      }
    }
  }
}
