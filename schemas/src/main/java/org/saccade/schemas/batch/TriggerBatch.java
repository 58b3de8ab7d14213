package org.saccade.schemas.batch;

import java.util.Arrays;

/** Edges on a camera's trigger inputs: time (microseconds), input number, value (1 rising). */
public final class TriggerBatch {
  private long[] t;
  private short[] id;
  private byte[] value;
  private int size;

  public TriggerBatch(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity=" + capacity + " must be at least 1");
    }
    t = new long[capacity];
    id = new short[capacity];
    value = new byte[capacity];
  }

  public int size() {
    return size;
  }

  public int capacity() {
    return t.length;
  }

  /** Free places: edges that still fit. */
  public int room() {
    return t.length - size;
  }

  /** Makes room for one edge more, by doubling where there is none. */
  public void ensureRoom() {
    if (size == t.length) {
      t = Arrays.copyOf(t, size * 2);
      id = Arrays.copyOf(id, size * 2);
      value = Arrays.copyOf(value, size * 2);
    }
  }

  public void clear() {
    size = 0;
  }

  /** Appends one edge, growing where there is no room. */
  public void add(long time, int input, int edge) {
    ensureRoom();
    t[size] = time;
    id[size] = (short) input;
    value[size] = (byte) edge;
    size++;
  }

  public long t(int i) {
    return t[i];
  }

  public int id(int i) {
    return id[i];
  }

  public int value(int i) {
    return value[i];
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof TriggerBatch b
        && Arrays.equals(t, 0, size, b.t, 0, b.size)
        && Arrays.equals(id, 0, size, b.id, 0, b.size)
        && Arrays.equals(value, 0, size, b.value, 0, b.size);
  }

  @Override
  public int hashCode() {
    int h = size;
    for (int i = 0; i < size; i++) {
      h = 31 * h + Long.hashCode(t[i]) + 7 * id[i] + value[i];
    }
    return h;
  }
}
