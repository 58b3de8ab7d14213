package org.saccade.schemas.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;

/**
 * The columnar payload of an event packet.
 *
 * <pre>
 *   dt[0..n)  zigzag varints   dt[0] = t[0] - timeBase, dt[i] = t[i] - t[i-1]
 *   x[0..n)   u16 little-endian
 *   yp[0..n)  u16 little-endian, y &lt;&lt; 1 | p, so y &lt; 32768
 * </pre>
 *
 * <p>At a million events a second nearly every dt is one byte: eight of them are read and written
 * as one {@code long} whose high bits are clear. The order of the stream is kept, so a backward
 * step is representable.
 */
public final class ColumnarCodec {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long CONTINUATION = 0x8080808080808080L;
  private static final int MAX_VARINT_BYTES = Varints.MAX_BYTES;

  /** Fewest bytes that an event takes: a declared count is checked with it before allocation. */
  public static final int MIN_EVENT_BYTES = 5;

  private ColumnarCodec() {}

  /** Most bytes that {@code n} events can take. */
  public static int maxBytes(int n) {
    return Math.multiplyExact(n, MAX_VARINT_BYTES + 4);
  }

  /**
   * Writes events {@code from} (inclusive) to {@code to} (exclusive) of the batch.
   *
   * @param out at least {@link #maxBytes} long from {@code offset} on
   * @return position after the last byte written
   * @throws IllegalArgumentException if a row is not below 32768 or a polarity not 0 or 1
   */
  public static int encode(
      EventBatch batch, int from, int to, long timeBase, byte[] out, int offset) {
    int n = to - from;
    int position = encodeTimes(batch.t(), from, to, timeBase, out, offset);
    ByteBuffer buffer = ByteBuffer.wrap(out).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(position).limit(position + 2 * n);
    buffer.asShortBuffer().put(batch.x(), from, n);
    position += 2 * n;

    short[] y = batch.y();
    byte[] p = batch.p();
    int bad = 0;
    for (int i = from, o = position; i < to; i++, o += 2) {
      int yp = (y[i] & 0xFFFF) << 1 | p[i];
      bad |= y[i] | (p[i] & ~1) << 15;
      out[o] = (byte) yp;
      out[o + 1] = (byte) (yp >> 8);
    }
    if ((bad & 0xFFFF8000) != 0) {
      throw new IllegalArgumentException(
          "a row is not below 32768 or a polarity is neither 0 nor 1: columnar cannot hold it");
    }
    return position + 2 * n;
  }

  private static int encodeTimes(
      long[] t, int from, int to, long timeBase, byte[] out, int offset) {
    long previous = timeBase;
    int o = offset;
    int i = from;
    for (; i + 8 <= to; ) {
      long d0 = Varints.zigzag(t[i] - previous);
      long d1 = Varints.zigzag(t[i + 1] - t[i]);
      long d2 = Varints.zigzag(t[i + 2] - t[i + 1]);
      long d3 = Varints.zigzag(t[i + 3] - t[i + 2]);
      long d4 = Varints.zigzag(t[i + 4] - t[i + 3]);
      long d5 = Varints.zigzag(t[i + 5] - t[i + 4]);
      long d6 = Varints.zigzag(t[i + 6] - t[i + 5]);
      long d7 = Varints.zigzag(t[i + 7] - t[i + 6]);
      if (((d0 | d1 | d2 | d3 | d4 | d5 | d6 | d7) & ~0x7FL) == 0) {
        LONG.set(
            out, o, d0 | d1 << 8 | d2 << 16 | d3 << 24 | d4 << 32 | d5 << 40 | d6 << 48 | d7 << 56);
        o += 8;
      } else {
        o = Varints.write(d0, out, o);
        o = Varints.write(d1, out, o);
        o = Varints.write(d2, out, o);
        o = Varints.write(d3, out, o);
        o = Varints.write(d4, out, o);
        o = Varints.write(d5, out, o);
        o = Varints.write(d6, out, o);
        o = Varints.write(d7, out, o);
      }
      previous = t[i + 7];
      i += 8;
    }
    for (; i < to; i++) {
      o = Varints.write(Varints.zigzag(t[i] - previous), out, o);
      previous = t[i];
    }
    return o;
  }

  /**
   * Replaces what the batch holds with the {@code count} events of {@code in[offset, offset +
   * length)}. The batch grows to {@code count}, which is checked against {@code length} first.
   *
   * @throws MalformedPayloadException if the bytes are not {@code count} events and nothing else
   */
  public static void decode(
      byte[] in, int offset, int length, int count, long timeBase, EventBatch batch)
      throws MalformedPayloadException {
    if (count < 0 || (long) count * MIN_EVENT_BYTES > length) {
      throw new MalformedPayloadException(
          "count=" + count + " does not fit a columnar payload of " + length + " bytes");
    }
    batch.clear();
    batch.ensureCapacity(Math.max(1, count));
    int end = offset + length;
    int columns = decodeTimes(in, offset, end - 4 * count, count, timeBase, batch.t());
    if (columns != end - 4 * count) {
      throw new MalformedPayloadException(
          String.format(
              "columnar payload of %d bytes: the times of %d events %s, expected to end at byte %d",
              length,
              count,
              columns < 0
                  ? "are longer than their column or 10 bytes each"
                  : "end at byte " + (columns - offset),
              length - 4 * count));
    }
    ByteBuffer buffer = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    buffer.position(columns).limit(end);
    var shorts = buffer.asShortBuffer();
    short[] y = batch.y();
    shorts.get(batch.x(), 0, count);
    shorts.get(y, 0, count);
    byte[] p = batch.p();
    for (int i = 0; i < count; i++) {
      p[i] = (byte) (y[i] & 1);
    }
    for (int i = 0; i < count; i++) {
      y[i] = (short) ((y[i] & 0xFFFF) >>> 1);
    }
    batch.size(count);
  }

  /** Decodes {@code n} varints of {@code in[offset, end)}; -1 where they do not end in time. */
  private static int decodeTimes(byte[] in, int offset, int end, int n, long timeBase, long[] t) {
    long time = timeBase;
    int o = offset;
    int i = 0;
    while (i < n) {
      if (i + 8 <= n && o + 8 <= end) {
        long eight = (long) LONG.get(in, o);
        if ((eight & CONTINUATION) == 0) {
          t[i] = time += Varints.unzigzag(eight & 0x7F);
          t[i + 1] = time += Varints.unzigzag(eight >>> 8 & 0x7F);
          t[i + 2] = time += Varints.unzigzag(eight >>> 16 & 0x7F);
          t[i + 3] = time += Varints.unzigzag(eight >>> 24 & 0x7F);
          t[i + 4] = time += Varints.unzigzag(eight >>> 32 & 0x7F);
          t[i + 5] = time += Varints.unzigzag(eight >>> 40 & 0x7F);
          t[i + 6] = time += Varints.unzigzag(eight >>> 48 & 0x7F);
          t[i + 7] = time += Varints.unzigzag(eight >>> 56);
          i += 8;
          o += 8;
          continue;
        }
      }
      long value = 0;
      int shift = 0;
      byte b;
      do {
        if (o >= end || shift > 63) {
          return -1;
        }
        b = in[o++];
        value |= (long) (b & 0x7F) << shift;
        shift += 7;
      } while (b < 0);
      t[i++] = time += Varints.unzigzag(value);
    }
    return o;
  }
}
