package org.saccade.connectors.recording;

import java.util.Arrays;
import java.util.Locale;

/**
 * What some formats hold beside events and edges, in the order of the recording, a column a field.
 *
 * <p>Rows count from the top, as those of events.
 */
public final class ItemBatch {
  /** What an item is; its fields. */
  public enum Kind {
    /** Start or end of a pixel's exposure measurement (ATIS): t, x, y, value 0 start, 1 end. */
    EXPOSURES,
    /** A colour that a pixel took: t, x, y, value {@code 0xRRGGBB}. */
    COLORS,
    /** Bytes of any meaning: t, bytes. */
    GENERIC;

    /** As the command line has it. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind[] kind;
  private final long[] t;
  private final int[] x;
  private final int[] y;
  private final int[] value;
  private byte[] bytes = new byte[0];
  private final int[] bytesEnd;
  private int size;

  public ItemBatch(int capacity) {
    kind = new Kind[capacity];
    t = new long[capacity];
    x = new int[capacity];
    y = new int[capacity];
    value = new int[capacity];
    bytesEnd = new int[capacity];
  }

  public int size() {
    return size;
  }

  /** Free places: items that still fit. */
  public int room() {
    return t.length - size;
  }

  public void clear() {
    size = 0;
  }

  /** Appends an item of a pixel; there must be room. */
  public void add(Kind what, long time, int column, int row, int itsValue) {
    kind[size] = what;
    t[size] = time;
    x[size] = column;
    y[size] = row;
    value[size] = itsValue;
    bytesEnd[size] = bytesEnd(size - 1);
    size++;
  }

  /** Appends an item of bytes {@code from} to {@code to} of an array; there must be room. */
  public void add(long time, byte[] source, int from, int to) {
    int start = bytesEnd(size - 1);
    int end = start + to - from;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, 2 * bytes.length));
    }
    System.arraycopy(source, from, bytes, start, to - from);
    add(Kind.GENERIC, time, 0, 0, 0);
    bytesEnd[size - 1] = end;
  }

  private int bytesEnd(int i) {
    return i < 0 ? 0 : bytesEnd[i];
  }

  public Kind kind(int i) {
    return kind[i];
  }

  public long t(int i) {
    return t[i];
  }

  public int x(int i) {
    return x[i];
  }

  public int y(int i) {
    return y[i];
  }

  public int value(int i) {
    return value[i];
  }

  /** A copy of the item's bytes; none for an item of a pixel. */
  public byte[] bytes(int i) {
    return Arrays.copyOfRange(bytes, bytesEnd(i - 1), bytesEnd[i]);
  }
}
