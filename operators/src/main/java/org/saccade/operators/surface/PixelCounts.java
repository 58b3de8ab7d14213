package org.saccade.operators.surface;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * An int a pixel, 0 at first: a count, or a few small fields. As in {@link TimeSurface} the array
 * is handed out with a margin of one pixel around the frame, which stays 0, and who writes marks
 * bands of rows.
 *
 * <pre>
 *   page, version 1, little-endian: uint8 width of an entry (1, 2 or 4), then an entry a pixel,
 *  row after row; narrower entries are unsigned</pre>
 */
public final class PixelCounts implements Paged {
  static final int VERSION = 1;

  private static final int PAGE_BYTES = 1 << 16;

  private int width;
  private int height;
  private int stride;
  private int bandShift;
  private int[] counts = new int[0];
  private boolean[] changed = new boolean[0];
  private int pagesBefore;

  /** Starts anew with every pixel 0. */
  public void open(int columns, int rows) {
    long pixels = (long) (columns + 2) * (rows + 2);
    if (columns < 1 || rows < 1 || pixels > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "frame " + columns + "x" + rows + " must be 1x1 to 2^31 pixels");
    }
    release();
    width = columns;
    height = rows;
    stride = width + 2;
    bandShift = 31 - Integer.numberOfLeadingZeros(Math.max(2, PAGE_BYTES / (4 * width)));
    counts = new int[(int) pixels];
    changed = new boolean[bands()];
  }

  /** Lets all pixels go; their pages are removed by the next {@link #flush}. */
  public void release() {
    pagesBefore = Math.max(pagesBefore, bands());
    width = 0;
    height = 0;
    counts = new int[0];
    changed = new boolean[0];
  }

  private int bands() {
    return height == 0 ? 0 : ((height - 1) >> bandShift) + 1;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /**
   * The pixels with their margin: pixel (x, y) is {@code counts()[origin() + y * stride() + x]}.
   */
  public int[] counts() {
    return counts;
  }

  public int origin() {
    return stride + 1;
  }

  public int stride() {
    return stride;
  }

  /** A flag a band of rows, {@code y >> bandShift()}. */
  public boolean[] changed() {
    return changed;
  }

  public int bandShift() {
    return bandShift;
  }

  /** Marks every band. */
  public void allChanged() {
    Arrays.fill(changed, true);
  }

  @Override
  public long bytes() {
    return 4L * counts.length;
  }

  @Override
  public void flush(PageSink sink) {
    int bands = bands();
    for (int band = 0; band < bands; band++) {
      if (changed[band]) {
        changed[band] = false;
        sink.put(band, page(band));
      } else if (band < pagesBefore) {
        // Not written since it was opened: the page in state is of what was before.
        sink.remove(band);
      }
    }
    for (int band = bands; band < pagesBefore; band++) {
      sink.remove(band);
    }
    pagesBefore = 0;
  }

  private Page page(int band) {
    int first = origin() + (band << bandShift) * stride;
    int rows = rows(band);
    int bits = 0;
    for (int row = 0; row < rows; row++) {
      for (int i = first + row * stride; i < first + row * stride + width; i++) {
        bits |= counts[i];
      }
    }
    int entry = bits >>> 8 == 0 ? 1 : bits >>> 16 == 0 ? 2 : 4;
    ByteBuffer out = ByteBuffer.allocate(1 + entry * width * rows).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) entry);
    for (int row = 0; row < rows; row++) {
      for (int i = first + row * stride; i < first + row * stride + width; i++) {
        switch (entry) {
          case 1 -> out.put((byte) counts[i]);
          case 2 -> out.putShort((short) counts[i]);
          default -> out.putInt(counts[i]);
        }
      }
    }
    return new Page(VERSION, out.array());
  }

  @Override
  public void restore(int band, Page page) {
    if (band >= bands()) {
      pagesBefore = Math.max(pagesBefore, band + 1);
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(page.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    int entry = page.version() == VERSION && in.hasRemaining() ? in.get() : 0;
    int rows = rows(band);
    if (entry < 1 || in.remaining() != (long) entry * width * rows) {
      throw new IllegalArgumentException(
          String.format(
              "page of counts of version %d with %d bytes, expected version %d and 1, 2 or 4 bytes"
                  + " for each of %dx%d pixels: the state is of another frame",
              page.version(), page.bytes().length, VERSION, width, rows));
    }
    int first = origin() + (band << bandShift) * stride;
    for (int row = 0; row < rows; row++) {
      for (int i = first + row * stride; i < first + row * stride + width; i++) {
        counts[i] =
            switch (entry) {
              case 1 -> in.get() & 0xFF;
              case 2 -> in.getShort() & 0xFFFF;
              default -> in.getInt();
            };
      }
    }
  }

  private int rows(int band) {
    return Math.min(1 << bandShift, height - (band << bandShift));
  }
}
