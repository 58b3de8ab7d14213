package org.saccade.operators.filter;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Fields;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.PixelCounts;
import org.saccade.schemas.batch.EventBatch;

/**
 * Counts the events of each pixel over windows [k W, (k + 1) W) of sensor time, finds the hot ones
 * at each window's end ({@link HotPixels}) and drops their events from then on.
 *
 * <ul>
 *   <li>A hot pixel's events go on being counted, so it is found to be hot no more when it is.
 *   <li>An event at or behind a window's end closes it; a window without any event decides nothing,
 *       so a gap makes no hot pixel good.
 *   <li>An event earlier than the open window (time went back) is counted in the open window.
 *   <li>The set of hot pixels is one condition {@code HOT_PIXELS}: when it changes the one that was
 *       told is closed and the new one opened.
 * </ul>
 */
public final class HotPixelFilter implements EventStage {
  private static final long NONE = Long.MIN_VALUE;

  private final boolean masks;
  private final long windowMicros;
  private final HotPixels hotPixels;
  private final PixelCounts pixels = new PixelCounts();
  private long start = NONE;
  private long openedAt;
  private int hot;
  private final Fields fields =
      new Fields("hot pixel filter", 1) {
        @Override
        protected void write(DataOutput out) throws IOException {
          out.writeLong(start);
          out.writeLong(openedAt);
          out.writeInt(hot);
        }

        @Override
        protected void read(DataInput in) throws IOException {
          start = in.readLong();
          openedAt = in.readLong();
          hot = in.readInt();
        }
      };
  private final PagedParts parts = new PagedParts(fields, pixels);

  public HotPixelFilter(HotPixelParameters parameters) {
    masks = parameters.masks();
    windowMicros = parameters.windowMicros();
    hotPixels = new HotPixels(parameters);
  }

  @Override
  public void open(int width, int height) {
    pixels.open(width, height);
    start = NONE;
    hot = 0;
    fields.forgotten();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    fields.changed();
    int n = batch.size();
    int kept = 0;
    int i = 0;
    while (i < n) {
      long time = batch.t()[i];
      if (start == NONE) {
        start = Math.floorDiv(time, windowMicros) * windowMicros;
      } else if (time >= start + windowMicros) {
        judge(start + windowMicros, sink);
        start = Math.floorDiv(time, windowMicros) * windowMicros;
      }
      int to = endOfWindow(batch, i, start + windowMicros);
      kept = count(batch, i, to, kept);
      i = to;
    }
    batch.size(kept);
  }

  private static int endOfWindow(EventBatch batch, int from, long end) {
    long[] t = batch.t();
    int n = batch.size();
    int i = from;
    while (i < n && t[i] < end) {
      i++;
    }
    return i;
  }

  /** Events from and to of the open window; those that stay are put at {@code kept}. */
  private int count(EventBatch batch, int from, int to, int kept) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int[] c = pixels.counts();
    boolean[] changed = pixels.changed();
    int stride = pixels.stride();
    int origin = pixels.origin();
    int shift = pixels.bandShift();
    int always = masks ? 0 : 1;
    int k = kept;
    for (int i = from; i < to; i++) {
      int row = y[i] & 0xFFFF;
      int pixel = origin + row * stride + (x[i] & 0xFFFF);
      int before = c[pixel];
      // Stops at 2^31 - 1: the bit above says whether the pixel is hot.
      c[pixel] = before + ((before & ~HotPixels.HOT) == ~HotPixels.HOT ? 0 : 1);
      changed[row >> shift] = true;
      t[k] = t[i];
      x[k] = x[i];
      y[k] = y[i];
      p[k] = p[i];
      k += 1 + (before >> 31) | always;
    }
    return k;
  }

  private void judge(long end, StageSink sink) {
    if (hotPixels.judge(pixels)) {
      closeCondition(end, sink);
      hot = HotPixels.count(pixels);
      if (hot > 0) {
        openedAt = end;
        put(Condition.State.OPEN, end, HotPixels.list(pixels, hot), sink);
      }
    }
  }

  private void closeCondition(long end, StageSink sink) {
    if (hot > 0) {
      put(Condition.State.CLOSED, end, "hot pixels are others now, or none", sink);
    }
  }

  private void put(Condition.State state, long end, String detail, StageSink sink) {
    sink.put(new Condition(Condition.Kind.HOT_PIXELS, state, openedAt, end, hot, detail));
  }

  @Override
  public void close(StageSink sink) {
    closeCondition(Math.max(start, openedAt), sink);
    pixels.release();
    start = NONE;
    hot = 0;
    fields.forgotten();
  }

  @Override
  public long bytes() {
    return parts.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    parts.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    parts.flush(sink);
  }
}
