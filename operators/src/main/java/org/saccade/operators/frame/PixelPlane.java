package org.saccade.operators.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * An int for each pixel, row after row, 0 at first. Its pages are bands of rows, little-endian; a
 * band of zeros has no page.
 */
final class PixelPlane implements Paged {
  private static final int VERSION = 1;
  private static final int PAGE_BYTES = 1 << 16;

  private int width;
  private int height;
  private int bandShift;
  private int[] pixels = new int[0];
  private boolean[] changed = new boolean[0];
  private int pagesBefore;

  /** Starts anew with every pixel 0. */
  void open(int newWidth, int newHeight) {
    pagesBefore = Math.max(pagesBefore, changed.length);
    width = newWidth;
    height = newHeight;
    bandShift = 31 - Integer.numberOfLeadingZeros(Math.max(1, PAGE_BYTES / (4 * width)));
    pixels = new int[Math.multiplyExact(width, height)];
    changed = new boolean[((height - 1) >> bandShift) + 1];
  }

  /** Lets all pixels go. */
  void release() {
    pagesBefore = Math.max(pagesBefore, changed.length);
    width = 0;
    height = 0;
    pixels = new int[0];
    changed = new boolean[0];
  }

  /** Pixel (x, y) is at {@code y * width + x}. Who writes one marks {@link #changed}. */
  int[] pixels() {
    return pixels;
  }

  /** A flag a band of rows, {@code y >> bandShift()}. */
  boolean[] changed() {
    return changed;
  }

  int bandShift() {
    return bandShift;
  }

  /** Sets every pixel to 0. */
  void clear() {
    Arrays.fill(pixels, 0);
    Arrays.fill(changed, true);
  }

  @Override
  public long bytes() {
    return 4L * pixels.length;
  }

  @Override
  public void restore(int number, Page page) {
    if (number >= changed.length) {
      pagesBefore = Math.max(pagesBefore, number + 1);
      return;
    }
    int from = (number << bandShift) * width;
    int n = length(number);
    if (page.version() != VERSION || page.bytes().length != 4 * n) {
      throw new IllegalArgumentException(
          String.format(
              "page of pixels of version %d and %d bytes, expected version %d and %d bytes:"
                  + " the state is of another frame",
              page.version(), page.bytes().length, VERSION, 4 * n));
    }
    ByteBuffer.wrap(page.bytes()).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(pixels, from, n);
  }

  @Override
  public void flush(PageSink sink) {
    for (int band = 0; band < changed.length; band++) {
      int from = (band << bandShift) * width;
      if (changed[band] && anyIn(from, from + length(band))) {
        ByteBuffer out = ByteBuffer.allocate(4 * length(band)).order(ByteOrder.LITTLE_ENDIAN);
        out.asIntBuffer().put(pixels, from, length(band));
        sink.put(band, new Page(VERSION, out.array()));
      } else if (changed[band] || band < pagesBefore) {
        sink.remove(band);
      }
      changed[band] = false;
    }
    for (int band = changed.length; band < pagesBefore; band++) {
      sink.remove(band);
    }
    pagesBefore = 0;
  }

  private boolean anyIn(int from, int to) {
    int any = 0;
    for (int i = from; i < to; i++) {
      any |= pixels[i];
    }
    return any != 0;
  }

  private int length(int band) {
    return Math.min(1 << bandShift, height - (band << bandShift)) * width;
  }
}
