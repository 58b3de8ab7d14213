package org.saccade.connectors.recording.aedat4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A table of a flatbuffer, whatever its bytes are: an offset that leads outside is a field that is
 * absent. One object is moved from table to table.
 */
final class FlatTable {
  static final int NONE = -1;
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int end;
  private int table;
  private int vtable;
  private int vtableBytes;

  /**
   * Moves to the root of a buffer that begins at {@code start}, behind its size.
   *
   * @return whether there is a table
   */
  boolean root(byte[] buffer, int start, int limit) {
    bytes = buffer;
    end = limit;
    return start >= 0 && start <= limit - 8 && at(add(start, (int) INT.get(buffer, start)));
  }

  /** The four letters that say what a buffer is. */
  static String identifier(byte[] buffer, int start, int limit) {
    return start > limit - 8 ? "" : new String(buffer, start + 4, 4, StandardCharsets.ISO_8859_1);
  }

  static int int32(byte[] buffer, int at) {
    return (int) INT.get(buffer, at);
  }

  /** Moves to the table that the offset at a position leads to. */
  boolean follow(int position) {
    return position >= 0
        && position <= end - 4
        && at(add(position, (int) INT.get(bytes, position)));
  }

  private boolean at(int position) {
    if (position < 0 || position > end - 4) {
      return false;
    }
    long v = (long) position - (int) INT.get(bytes, position);
    if (v < 0 || v > end - 4) {
      return false;
    }
    int n = (short) SHORT.get(bytes, (int) v) & 0xFFFF;
    if (n < 4 || v + n > end) {
      return false;
    }
    table = position;
    vtable = (int) v;
    vtableBytes = n;
    return true;
  }

  private int add(int position, int offset) {
    return offset < 0 || offset > end - position ? NONE : position + offset;
  }

  /** Position of a field of so many bytes; {@link #NONE} where it is absent. */
  int field(int number, int size) {
    int entry = 4 + 2 * number;
    int offset = entry > vtableBytes - 2 ? 0 : (short) SHORT.get(bytes, vtable + entry) & 0xFFFF;
    return offset == 0 || (long) table + offset + size > end ? NONE : table + offset;
  }

  long int64(int number, long absent) {
    int at = field(number, 8);
    return at == NONE ? absent : (long) LONG.get(bytes, at);
  }

  int int32(int number, int absent) {
    int at = field(number, 4);
    return at == NONE ? absent : (int) INT.get(bytes, at);
  }

  int int16(int number) {
    int at = field(number, 2);
    return at == NONE ? 0 : (short) SHORT.get(bytes, at);
  }

  int int8(int number) {
    int at = field(number, 1);
    return at == NONE ? 0 : bytes[at];
  }

  float float32(int number) {
    return Float.intBitsToFloat(int32(number, 0));
  }

  /**
   * Position of the first element of a vector whose elements have so many bytes; {@link #NONE}
   * where it is absent or leaves the buffer.
   */
  int vector(int number, int size) {
    int at = field(number, 4);
    int vector = at == NONE ? NONE : add(at, (int) INT.get(bytes, at));
    if (vector < 0 || vector > end - 4) {
      return NONE;
    }
    int count = (int) INT.get(bytes, vector);
    return count < 0 || vector + 4 + (long) count * size > end ? NONE : vector + 4;
  }

  /** Elements of the vector whose first is at a position. */
  int count(int first) {
    return (int) INT.get(bytes, first - 4);
  }

  String string(int number) {
    int first = vector(number, 1);
    return first == NONE ? "" : new String(bytes, first, count(first), StandardCharsets.UTF_8);
  }
}
