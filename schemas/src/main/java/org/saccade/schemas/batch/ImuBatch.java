package org.saccade.schemas.batch;

import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Samples of a camera's inertial unit: time (microseconds) and ten values each, in the order of
 * {@link #CHANNELS}. What a unit does not measure is NaN.
 *
 * <ul>
 *   <li>{@code temperature}: °C
 *   <li>{@code ax ay az}: acceleration, g (9.81 m/s²)
 *   <li>{@code gx gy gz}: angular velocity, degrees a second
 *   <li>{@code mx my mz}: magnetic flux density, µT
 * </ul>
 */
public final class ImuBatch {
  /** Names of the values of a sample, in their order. */
  public static final List<String> CHANNELS =
      List.of("temperature", "ax", "ay", "az", "gx", "gy", "gz", "mx", "my", "mz");

  private static final int WIDTH = CHANNELS.size();

  private final long[] t;
  private final float[] values;
  private int size;

  public ImuBatch(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity=" + capacity + " must be at least 1");
    }
    t = new long[capacity];
    values = new float[capacity * WIDTH];
  }

  public int size() {
    return size;
  }

  /** Free places: samples that still fit. */
  public int room() {
    return t.length - size;
  }

  public void clear() {
    size = 0;
  }

  /**
   * Appends a sample whose values are yet to be {@link #set}: NaN until then.
   *
   * @return its number in the batch
   * @throws IndexOutOfBoundsException if there is no {@link #room}
   */
  public int add(long time) {
    t[size] = time;
    Arrays.fill(values, size * WIDTH, (size + 1) * WIDTH, Float.NaN);
    return size++;
  }

  void shift(long micros) {
    for (int i = 0; i < size; i++) {
      t[i] -= micros;
    }
  }

  void keep(LongPredicate times) {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (times.test(t[i])) {
        t[kept] = t[i];
        System.arraycopy(values, i * WIDTH, values, kept * WIDTH, WIDTH);
        kept++;
      }
    }
    size = kept;
  }

  public void set(int i, int channel, float value) {
    values[i * WIDTH + channel] = value;
  }

  public long t(int i) {
    return t[i];
  }

  /**
   * @param channel number of one of {@link #CHANNELS}
   */
  public float value(int i, int channel) {
    return values[i * WIDTH + channel];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ImuBatch b
        && Arrays.equals(t, 0, size, b.t, 0, b.size)
        && Arrays.equals(values, 0, size * WIDTH, b.values, 0, b.size * WIDTH);
  }

  @Override
  public int hashCode() {
    int h = size;
    for (int i = 0; i < size; i++) {
      h = 31 * h + Long.hashCode(t[i]) + Float.hashCode(values[i * WIDTH]);
    }
    return h;
  }
}
