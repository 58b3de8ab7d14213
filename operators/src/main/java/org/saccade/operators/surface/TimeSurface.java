package org.saccade.operators.surface;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * The time of the last event at each pixel, microseconds; {@link #NEVER} where there was none.
 *
 * <p>The array is handed out: pixel (x, y) is {@code times()[origin() + y * stride() + x]}. A
 * margin surrounds the frame, of one pixel by default, so the eight neighbours of any pixel can be
 * read and written without a bounds test; pages leave it out. Who writes a pixel marks its band of
 * rows with {@code changed()[y >> bandShift()] = true}; marked bands are the pages that the next
 * {@link #flush} gives.
 */
public final class TimeSurface implements Paged {
  /** Stands for no event yet; so early that {@code t - NEVER} cannot overflow for |t| ≤ 2^60. */
  public static final long NEVER = Long.MIN_VALUE / 2;

  /** Largest page, before compaction, bytes; two rows make a page where they are longer. */
  static final int PAGE_BYTES = 1 << 16;

  private final int margin;

  private int width;
  private int height;
  private int stride;
  private int bandShift;
  private long[] times = new long[0];
  private boolean[] changed = new boolean[0];
  private int pagesBefore;

  /** A surface without pixels, until {@link #open}. */
  public TimeSurface() {
    this(1);
  }

  /** The same with a margin of so many pixels. */
  public TimeSurface(int margin) {
    this.margin = margin;
  }

  /** A surface of {@code width} columns and {@code height} rows, all of them {@link #NEVER}. */
  public TimeSurface(int width, int height) {
    this(1);
    open(width, height);
  }

  /** Starts anew with every pixel {@link #NEVER}. */
  public void open(int width, int height) {
    long pixels = (long) (width + 2 * margin) * (height + 2 * margin);
    if (width < 1 || height < 1 || pixels > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "frame " + width + "x" + height + " must be 1x1 to 2^31 pixels");
    }
    release();
    this.width = width;
    this.height = height;
    stride = width + 2 * margin;
    // At least two: who writes rows y - 1 to y + 1 need only mark the bands of the outer ones.
    int rows = Math.max(2, PAGE_BYTES / (8 * width));
    bandShift = 31 - Integer.numberOfLeadingZeros(rows);
    times = new long[(int) pixels];
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

  /** The pixels with their margin, row after row. */
  public long[] times() {
    return times;
  }

  /** Where in {@link #times} pixel (0, 0) is. */
  public int origin() {
    return margin * stride + margin;
  }

  /** Entries of {@link #times} from one row to the next: the width and both margins. */
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
    return times[origin() + y * stride + x];
  }

  /** Writes one pixel: for tests and slow paths; hot loops write the arrays. */
  public void time(int x, int y, long t) {
    times[origin() + y * stride + x] = t;
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
    SurfacePage.read(page, times, origin() + first * stride, width, stride, rows(number));
  }

  @Override
  public void flush(PageSink sink) {
    int bands = bands();
    for (int band = 0; band < bands; band++) {
      if (changed[band]) {
        changed[band] = false;
        int first = band << bandShift;
        Page page = SurfacePage.write(times, origin() + first * stride, width, stride, rows(band));
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
