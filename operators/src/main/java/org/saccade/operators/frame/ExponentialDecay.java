package org.saccade.operators.frame;

/**
 * exp(−dt/τ) for whole microseconds, as the product of two table entries, one for the high and one
 * for the low bits of dt. The tables are made with {@link StrictMath}, so the values are the same
 * on every machine; they differ from the true ones by some units in the last place.
 */
public final class ExponentialDecay {
  /** Longest τ, microseconds. */
  public static final long MAX_TAU = 100_000_000;

  /** Multiples of τ after which nothing is left: e^−40 is 4e-18. */
  private static final int GONE = 40;

  private final int shift;
  private final double[] high;
  private final double[] low;

  /**
   * @param tauMicros τ, 1 to {@link #MAX_TAU} microseconds
   */
  public ExponentialDecay(long tauMicros) {
    if (tauMicros < 1 || tauMicros > MAX_TAU) {
      throw new IllegalArgumentException(
          "tauMicros=" + tauMicros + " must be between 1 and " + MAX_TAU);
    }
    long gone = GONE * tauMicros;
    shift = (65 - Long.numberOfLeadingZeros(gone)) / 2;
    high = new double[(int) (gone >> shift) + 1];
    low = new double[1 << shift];
    for (int i = 0; i < high.length; i++) {
      high[i] = StrictMath.exp(-((double) ((long) i << shift)) / tauMicros);
    }
    for (int i = 0; i < low.length; i++) {
      low[i] = StrictMath.exp(-(double) i / tauMicros);
    }
  }

  /**
   * What is left after a time.
   *
   * @param dtMicros any; below 0 counts as 0
   */
  public double after(long dtMicros) {
    if (dtMicros <= 0) {
      return 1;
    }
    long h = dtMicros >> shift;
    return h < high.length ? high[(int) h] * low[(int) dtMicros & low.length - 1] : 0;
  }
}
