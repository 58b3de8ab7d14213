package org.saccade.schemas.batch;

import java.util.Arrays;

/** Spikes of one recording's units: sensor time (microseconds) and unit number, from 0. */
public final class SpikeBatch {
  private long[] t;
  private int[] unit;
  private int size;

  public SpikeBatch(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity=" + capacity + " must be at least 1");
    }
    t = new long[capacity];
    unit = new int[capacity];
  }

  public int size() {
    return size;
  }

  public int capacity() {
    return t.length;
  }

  /** Sets how many spikes the arrays hold, 0 to {@link #capacity()}. */
  public void size(int newSize) {
    if (newSize < 0 || newSize > t.length) {
      throw new IllegalArgumentException(
          "size=" + newSize + " must be between 0 and capacity=" + t.length);
    }
    size = newSize;
  }

  public void clear() {
    size = 0;
  }

  /** Makes room for {@code needed} spikes in all; keeps what is there. */
  public void ensureCapacity(int needed) {
    if (needed > t.length) {
      int capacity = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, t.length * 3L / 2));
      t = Arrays.copyOf(t, capacity);
      unit = Arrays.copyOf(unit, capacity);
    }
  }

  /** Appends one spike. */
  public void add(long time, int unitNumber) {
    ensureCapacity(size + 1);
    t[size] = time;
    unit[size] = unitNumber;
    size++;
  }

  public long[] t() {
    return t;
  }

  public int[] unit() {
    return unit;
  }

  public long t(int i) {
    return t[i];
  }

  public int unit(int i) {
    return unit[i];
  }

  /** Same spikes in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof SpikeBatch b
        && Arrays.equals(t, 0, size, b.t, 0, b.size)
        && Arrays.equals(unit, 0, size, b.unit, 0, b.size);
  }

  @Override
  public int hashCode() {
    int h = size;
    for (int i = 0; i < size; i++) {
      h = 31 * h + Long.hashCode(t[i]) + 7 * unit[i];
    }
    return h;
  }

  @Override
  public String toString() {
    return "SpikeBatch[" + size + " spikes]";
  }
}
