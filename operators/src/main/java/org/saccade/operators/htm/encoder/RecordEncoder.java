package org.saccade.operators.htm.encoder;

/**
 * The multi-encoder: a time and one or more values as one set of bits, field after field, the date
 * first where there is one.
 */
public final class RecordEncoder {
  private final DateEncoder date;
  private final ValueEncoder[] values;
  private final int size;
  private final int active;

  /**
   * @param date encodes the time; null: the time is left out
   * @param values encodes a value each, at least one
   */
  public RecordEncoder(DateEncoder date, ValueEncoder... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("values=0 must be at least 1");
    }
    this.date = date;
    this.values = values.clone();
    int bits = date == null ? 0 : date.size();
    int on = date == null ? 0 : date.active();
    for (ValueEncoder value : values) {
      bits = Math.addExact(bits, value.size());
      on += value.active();
    }
    size = bits;
    active = on;
  }

  /** Number of bits, active or not. */
  public int size() {
    return size;
  }

  /** Most bits active at once. */
  public int active() {
    return active;
  }

  /**
   * Writes the active bits of a record of one value.
   *
   * @return how many they are
   */
  public int encode(long epochMicros, double value, int[] bits) {
    int offset = date == null ? 0 : date.size();
    int at = date == null ? 0 : date.encode(epochMicros, 0, bits, 0);
    return values[0].encode(value, offset, bits, at);
  }

  /**
   * Writes the active bits of a record of several values.
   *
   * @param values as many finite values as there are value encoders
   * @return how many they are
   */
  public int encode(long epochMicros, double[] values, int[] bits) {
    if (values.length != this.values.length) {
      throw new IllegalArgumentException(
          "values=" + values.length + " must be the encoders' " + this.values.length);
    }
    int offset = date == null ? 0 : date.size();
    int at = date == null ? 0 : date.encode(epochMicros, 0, bits, 0);
    for (int i = 0; i < values.length; i++) {
      at = this.values[i].encode(values[i], offset, bits, at);
      offset += this.values[i].size();
    }
    return at;
  }
}
