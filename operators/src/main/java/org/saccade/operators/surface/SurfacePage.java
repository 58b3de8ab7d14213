package org.saccade.operators.surface;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.operators.paged.Page;

/**
 * A band of rows as bytes, little-endian, row after row without the border.
 *
 * <pre>
 *   version 1:  int64 time of each pixel
 *   version 2:  int64 base, uint8 width of an entry (4 or 8), then
 *               4: int32 time - base, -2^31 for never      8: int64 time
 * </pre>
 *
 * <p>Four bytes a pixel do where the band's times lie within 71 minutes: half of the checkpoint.
 */
final class SurfacePage {
  static final int VERSION = 2;

  private static final int NEVER32 = Integer.MIN_VALUE;
  private static final int HEADER = 9;

  private SurfacePage() {}

  static Page write(long[] times, int from, int width, int stride, int rows) {
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    for (int row = 0, start = from; row < rows; row++, start += stride) {
      for (int i = start; i < start + width; i++) {
        long t = times[i];
        max = Math.max(max, t);
        min = Math.min(min, t == TimeSurface.NEVER ? Long.MAX_VALUE : t);
      }
    }
    // Never-only bands have min = MAX_VALUE: any base does.
    long base = min == Long.MAX_VALUE ? 0 : min + Integer.MAX_VALUE;
    boolean narrow = min == Long.MAX_VALUE || max - min < (1L << 32) - 2;
    ByteBuffer out =
        ByteBuffer.allocate(HEADER + width * rows * (narrow ? 4 : 8))
            .order(ByteOrder.LITTLE_ENDIAN);
    out.putLong(base).put((byte) (narrow ? 4 : 8));
    if (narrow) {
      writeNarrow(out, base, times, from, width, stride, rows);
    } else {
      var longs = out.asLongBuffer();
      for (int row = 0; row < rows; row++) {
        longs.put(times, from + row * stride, width);
      }
    }
    return new Page(VERSION, out.array());
  }

  private static void writeNarrow(
      ByteBuffer out, long base, long[] times, int from, int width, int stride, int rows) {
    var ints = out.asIntBuffer();
    int[] row32 = new int[width];
    for (int row = 0, start = from; row < rows; row++, start += stride) {
      for (int i = 0; i < width; i++) {
        long t = times[start + i];
        row32[i] = t == TimeSurface.NEVER ? NEVER32 : (int) (t - base);
      }
      ints.put(row32);
    }
  }

  static void read(Page page, long[] times, int from, int width, int stride, int rows) {
    ByteBuffer in = ByteBuffer.wrap(page.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    switch (page.version()) {
      case 1 -> {
        check(page, 8L * width * rows);
        readWide(in, times, from, width, stride, rows);
      }
      case 2 -> {
        check(page, HEADER);
        long base = in.getLong();
        int entry = in.get();
        check(page, HEADER + (long) entry * width * rows);
        if (entry == 8) {
          readWide(in, times, from, width, stride, rows);
        } else {
          readNarrow(in, base, times, from, width, stride, rows);
        }
      }
      default ->
          throw new IllegalArgumentException(
              "time surface page of version " + page.version() + ", expected 1 or " + VERSION);
    }
  }

  private static void readWide(
      ByteBuffer in, long[] times, int from, int width, int stride, int rows) {
    var longs = in.asLongBuffer();
    for (int row = 0; row < rows; row++) {
      longs.get(times, from + row * stride, width);
    }
  }

  private static void readNarrow(
      ByteBuffer in, long base, long[] times, int from, int width, int stride, int rows) {
    var ints = in.asIntBuffer();
    int[] row32 = new int[width];
    for (int row = 0, start = from; row < rows; row++, start += stride) {
      ints.get(row32);
      for (int i = 0; i < width; i++) {
        times[start + i] = row32[i] == NEVER32 ? TimeSurface.NEVER : base + row32[i];
      }
    }
  }

  private static void check(Page page, long expected) {
    if (page.bytes().length < expected) {
      throw new IllegalArgumentException(
          "time surface page of "
              + page.bytes().length
              + " bytes, expected "
              + expected
              + ": the state is of another frame");
    }
  }
}
