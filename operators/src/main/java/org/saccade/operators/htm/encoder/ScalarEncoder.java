package org.saccade.operators.htm.encoder;

/**
 * A number of a known range as w consecutive bits of n; values outside are taken to the nearest end
 * or, if the range is a period, around it. Source: NuPIC's ScalarEncoder.
 */
public final class ScalarEncoder implements ValueEncoder {
  private final int size;
  private final int active;
  private final double min;
  private final double max;
  private final boolean periodic;

  /**
   * @param size n, number of bits
   * @param active w, number of them that are active; less than n
   * @param periodic whether {@code max} is the same as {@code min}, as 24 h is 0 h
   */
  public ScalarEncoder(int size, int active, double min, double max, boolean periodic) {
    if (active < 1 || active >= size) {
      throw new IllegalArgumentException(
          "active=" + active + " must be at least 1 and less than size=" + size);
    }
    if (!(min < max) || !Double.isFinite(max - min)) {
      throw new IllegalArgumentException("min=" + min + " must be less than max=" + max);
    }
    this.size = size;
    this.active = active;
    this.min = min;
    this.max = max;
    this.periodic = periodic;
  }

  /**
   * The periodic encoder whose active bits cover {@code radius}: n = w (max - min) / radius,
   * rounded up; values a radius apart share no bit.
   */
  public static ScalarEncoder periodic(int active, double min, double max, double radius) {
    int size = (int) StrictMath.ceil((max - min) / (radius / active));
    return new ScalarEncoder(size, active, min, max, true);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int active() {
    return active;
  }

  @Override
  public int encode(double value, int offset, int[] bits, int from) {
    int first = periodic ? onRing(value) : onLine(value);
    for (int k = 0; k < active; k++) {
      int bit = first + k;
      bits[from + k] = offset + (bit >= size ? bit - size : bit);
    }
    return from + active;
  }

  private int onLine(double value) {
    double place = (value - min) / (max - min) * (size - active + 1);
    return (int) Math.max(0, Math.min(size - active, StrictMath.floor(place)));
  }

  private int onRing(double value) {
    double turns = (value - min) / (max - min);
    double place = (turns - StrictMath.floor(turns)) * size;
    return (int) Math.min(size - 1, place);
  }
}
