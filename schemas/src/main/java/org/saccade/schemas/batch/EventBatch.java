package org.saccade.schemas.batch;

import java.util.Arrays;

/**
 * Events of one event camera, a column a field.
 *
 * <ul>
 *   <li>{@code t}: sensor time, microseconds
 *   <li>{@code x}: column, from the left, unsigned 16 bit
 *   <li>{@code y}: row, from the top, 15 bit
 *   <li>{@code p}: polarity, 1 for ON (brighter) and 0 for OFF
 * </ul>
 *
 * The arrays are handed out, not copied: who reads event {@code i} reads below {@link #size()}, who
 * writes one writes below {@link #capacity()} and then tells the new size. {@link #ensureCapacity}
 * is the one call that replaces the arrays.
 */
public final class EventBatch {
  private long[] t;
  private short[] x;
  private short[] y;
  private byte[] p;
  private int size;

  public EventBatch(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity=" + capacity + " must be at least 1");
    }
    t = new long[capacity];
    x = new short[capacity];
    y = new short[capacity];
    p = new byte[capacity];
  }

  public int size() {
    return size;
  }

  public int capacity() {
    return t.length;
  }

  /** Free places: events that still fit. */
  public int room() {
    return t.length - size;
  }

  /** Sets how many events the arrays hold, 0 to {@link #capacity()}. */
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

  /** Makes room for {@code needed} events in all; keeps what is there. */
  public void ensureCapacity(int needed) {
    if (needed > t.length) {
      int capacity = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, t.length * 3L / 2));
      t = Arrays.copyOf(t, capacity);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
      p = Arrays.copyOf(p, capacity);
    }
  }

  /** Appends one event: for tests and simulators; hot loops write the arrays. */
  public void add(long time, int column, int row, int polarity) {
    ensureCapacity(size + 1);
    t[size] = time;
    x[size] = (short) column;
    y[size] = (short) row;
    p[size] = (byte) polarity;
    size++;
  }

  /** Appends events {@code from} (inclusive) to {@code to} (exclusive) of another batch. */
  public void append(EventBatch other, int from, int to) {
    int n = to - from;
    ensureCapacity(size + n);
    System.arraycopy(other.t, from, t, size, n);
    System.arraycopy(other.x, from, x, size, n);
    System.arraycopy(other.y, from, y, size, n);
    System.arraycopy(other.p, from, p, size, n);
    size += n;
  }

  /** Removes the first {@code n} events. */
  public void removeFirst(int n) {
    int rest = size - n;
    System.arraycopy(t, n, t, 0, rest);
    System.arraycopy(x, n, x, 0, rest);
    System.arraycopy(y, n, y, 0, rest);
    System.arraycopy(p, n, p, 0, rest);
    size = rest;
  }

  public long[] t() {
    return t;
  }

  public short[] x() {
    return x;
  }

  public short[] y() {
    return y;
  }

  public byte[] p() {
    return p;
  }

  public long t(int i) {
    return t[i];
  }

  public int x(int i) {
    return x[i] & 0xFFFF;
  }

  public int y(int i) {
    return y[i] & 0xFFFF;
  }

  public int p(int i) {
    return p[i];
  }

  /** Same events in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof EventBatch b
        && Arrays.equals(t, 0, size, b.t, 0, b.size)
        && Arrays.equals(x, 0, size, b.x, 0, b.size)
        && Arrays.equals(y, 0, size, b.y, 0, b.size)
        && Arrays.equals(p, 0, size, b.p, 0, b.size);
  }

  @Override
  public int hashCode() {
    int h = size;
    for (int i = 0; i < size; i++) {
      h = 31 * h + Long.hashCode(t[i]) + 7 * x[i] + 13 * y[i] + p[i];
    }
    return h;
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder("EventBatch[").append(size);
    for (int i = 0; i < Math.min(size, 8); i++) {
      s.append(i == 0 ? ": " : ", ");
      s.append('(').append(t[i]).append(' ').append(x(i)).append(' ').append(y(i));
      s.append(' ').append(p[i]).append(')');
    }
    return s.append(size > 8 ? ", …]" : "]").toString();
  }
}
