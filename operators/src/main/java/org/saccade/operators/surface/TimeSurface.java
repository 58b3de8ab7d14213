package org.saccade.operators.surface;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * The time of the last event at each pixel, microseconds; {@link #NEVER} where there was none.
 *
 * <p>The array is handed out: pixel (x, y) is {@code times()[(y + 1) * stride() + x + 1]}. A border
 * of one pixel that is never written surrounds the frame, so the eight neighbours of any pixel can
 * be read without a bounds test. Who writes a pixel marks its band of rows with {@code changed()[y
 * >> bandShift()] = true}; marked bands are the pages that the next {@link #flush} gives.
 */
public final class TimeSurface implements Paged {
  /** Stands for no event yet; so early that {@code t - NEVER} cannot overflow for |t| ≤ 2^60. */
  public static final long NEVER = Long.MIN_VALUE / 2;

  /** Largest page, before compaction, bytes. */
  static final int PAGE_BYTES = 1 << 16;

  private int width;
  private int height;
  private int stride;
  private int bandShift;
  private long[] times = new long[0];
  private boolean[] changed = new boolean[0];
  private int pagesBefore;

  /** A surface without pixels, until {@link #open}. */
  public TimeSurface() {}

  /** A surface of {@code width} columns and {@code height} rows, all of them {@link #NEVER}. */
  public TimeSurface(int width, int height) {
    open(width, height);
  }

  /** Starts anew with every pixel {@link #NEVER}. */
  public void open(int width, int height) {
    if (width < 1 || height < 1 || (long) (width + 2) * (height + 2) > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "frame " + width + "x" + height + " must be 1x1 to 2^31 pixels");
    }
    release();
    this.width = width;
    this.height = height;
    stride = width + 2;
    int rows = Math.max(1, PAGE_BYTES / (8 * width));
    bandShift = 31 - Integer.numberOfLeadingZeros(rows);
    times = new long[stride * (height + 2)];
    Arrays.fill(times, NEVER);
    changed = new boolean[bands()];
  }

  /** Lets all pixels go; their pages are removed by the next {@link #flush}. */
  public void release() {
    pagesBefore = Math.max(pagesBefore, bands());
    width = 0;
    height = 0;
    times = new long[0];
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

  /** The pixels with their border, row after row. */
  public long[] times() {
    return times;
  }

  /** Entries of {@link #times} from one row to the next: width + 2. */
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

  /** Time of the last event at (x, y). */
  public long time(int x, int y) {
    return times[(y + 1) * stride + x + 1];
  }

  /** Writes one pixel: for tests and slow paths; hot loops write the arrays. */
  public void time(int x, int y, long t) {
    times[(y + 1) * stride + x + 1] = t;
    changed[y >> bandShift] = true;
  }

  @Override
  public long bytes() {
    return 8L * times.length;
  }

  @Override
  public void restore(int number, Page page) {
    if (number >= bands()) {
      pagesBefore = Math.max(pagesBefore, number + 1);
      return;
    }
    int first = number << bandShift;
    SurfacePage.read(page, times, (first + 1) * stride + 1, width, stride, rows(number));
  }

  @Override
  public void flush(PageSink sink) {
    int bands = bands();
    for (int band = 0; band < bands; band++) {
      if (changed[band]) {
        changed[band] = false;
        int first = band << bandShift;
        Page page = SurfacePage.write(times, (first + 1) * stride + 1, width, stride, rows(band));
        sink.put(band, page);
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

  private int rows(int band) {
    return Math.min(1 << bandShift, height - (band << bandShift));
  }
}
