package org.saccade.schemas.batch;

import java.util.Arrays;

/**
 * Vectors of optical flow, a column a field.
 *
 * <ul>
 *   <li>{@code t}: sensor time of the event, microseconds
 *   <li>{@code x}, {@code y}: its column and row, unsigned 16 bit
 *   <li>{@code vx}, {@code vy}: velocity to the right and downwards, pixels a second
 *   <li>{@code residual}: root mean square distance of the fitted events from their plane,
 *       microseconds
 * </ul>
 *
 * The arrays are handed out, not copied; they hold below {@link #size()}.
 */
public final class FlowBatch {
  private long[] t;
  private short[] x;
  private short[] y;
  private float[] vx;
  private float[] vy;
  private float[] residual;
  private int size;

  public FlowBatch(int capacity) {
    if (capacity < 1) {
      throw new IllegalArgumentException("capacity=" + capacity + " must be at least 1");
    }
    t = new long[capacity];
    x = new short[capacity];
    y = new short[capacity];
    vx = new float[capacity];
    vy = new float[capacity];
    residual = new float[capacity];
  }

  public int size() {
    return size;
  }

  /** Sets how many vectors the arrays hold, 0 to {@link #capacity()}. */
  public void size(int newSize) {
    if (newSize < 0 || newSize > t.length) {
      throw new IllegalArgumentException(
          "size=" + newSize + " must be between 0 and capacity=" + t.length);
    }
    size = newSize;
  }

  public int capacity() {
    return t.length;
  }

  public void clear() {
    size = 0;
  }

  /** Makes room for {@code needed} vectors in all; keeps what is there. */
  public void ensureCapacity(int needed) {
    if (needed > t.length) {
      int capacity = Math.max(needed, (int) Math.min(Integer.MAX_VALUE - 8L, t.length * 3L / 2));
      t = Arrays.copyOf(t, capacity);
      x = Arrays.copyOf(x, capacity);
      y = Arrays.copyOf(y, capacity);
      vx = Arrays.copyOf(vx, capacity);
      vy = Arrays.copyOf(vy, capacity);
      residual = Arrays.copyOf(residual, capacity);
    }
  }

  /** Appends one vector. */
  public void add(
      long time, int column, int row, double velocityX, double velocityY, double rootMeanSquare) {
    ensureCapacity(size + 1);
    t[size] = time;
    x[size] = (short) column;
    y[size] = (short) row;
    vx[size] = (float) velocityX;
    vy[size] = (float) velocityY;
    residual[size] = (float) rootMeanSquare;
    size++;
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

  public float[] vx() {
    return vx;
  }

  public float[] vy() {
    return vy;
  }

  public float[] residual() {
    return residual;
  }

  /** Same vectors in the same order. */
  @Override
  public boolean equals(Object o) {
    return o instanceof FlowBatch b
        && Arrays.equals(t, 0, size, b.t, 0, b.size)
        && Arrays.equals(x, 0, size, b.x, 0, b.size)
        && Arrays.equals(y, 0, size, b.y, 0, b.size)
        && Arrays.equals(vx, 0, size, b.vx, 0, b.size)
        && Arrays.equals(vy, 0, size, b.vy, 0, b.size)
        && Arrays.equals(residual, 0, size, b.residual, 0, b.size);
  }

  @Override
  public int hashCode() {
    int h = size;
    for (int i = 0; i < size; i++) {
      h = 31 * h + Long.hashCode(t[i]) + 7 * x[i] + 13 * y[i] + Float.hashCode(vx[i]);
    }
    return h;
  }

  @Override
  public String toString() {
    StringBuilder s = new StringBuilder("FlowBatch[").append(size);
    for (int i = 0; i < Math.min(size, 4); i++) {
      s.append(i == 0 ? ": " : ", ").append('(').append(t[i]).append(' ').append(x[i] & 0xFFFF);
      s.append(' ').append(y[i] & 0xFFFF).append(' ').append(vx[i]).append(' ').append(vy[i]);
      s.append(' ').append(residual[i]).append(')');
    }
    return s.append(size > 4 ? ", …]" : "]").toString();
  }
}
