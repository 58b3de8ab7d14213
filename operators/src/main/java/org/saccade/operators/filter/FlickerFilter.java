package org.saccade.operators.filter;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.PixelCounts;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Drops, or keeps alone, the events of pixels that flicker in a band of frequencies: a lamp at
 * twice the mains, a screen, a beacon.
 *
 * <p>A rise is an ON event behind an OFF event of the same pixel, or its first ON event. A pixel
 * flickers from the event on at which its last k periods from rise to rise were all within [1 /
 * fmax, 1 / fmin], until a period is not, or until no rise came for 1 / fmin.
 *
 * <p>The surface holds each pixel's last rise, the counts {@code 2 n + polarity} with n its periods
 * in the band so far, at most k.
 */
public final class FlickerFilter implements EventStage {
  private final boolean keeps;
  private final long shortest;
  private final long longest;
  private final int periods;
  private final TimeSurface rises = new TimeSurface();
  private final PixelCounts pixels = new PixelCounts();
  private final PagedParts parts = new PagedParts(rises, pixels);

  public FlickerFilter(FlickerParameters parameters) {
    keeps = parameters.keeps();
    shortest = (1_000_000L + parameters.maximumHz() - 1) / parameters.maximumHz();
    longest = 1_000_000L / parameters.minimumHz();
    periods = parameters.periods();
  }

  @Override
  public void open(int width, int height) {
    rises.open(width, height);
    pixels.open(width, height);
  }

  @Override
  @SuppressWarnings("ShortCircuitBoolean") // noise cannot be predicted: no branch on it
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = rises.times();
    int[] c = pixels.counts();
    // The one surface has longs and the other ints, so their bands differ.
    boolean[] risesChanged = rises.changed();
    boolean[] pixelsChanged = pixels.changed();
    int risesShift = rises.bandShift();
    int pixelsShift = pixels.bandShift();
    int stride = rises.stride();
    int origin = rises.origin();
    int dropped = keeps ? 1 : 0;
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = origin + row * stride + (x[i] & 0xFFFF);
      long last = s[pixel];
      int before = c[pixel];
      long period = time - last;
      boolean rise = p[i] > (before & 1);
      boolean inBand = period >= shortest & period <= longest;
      int count = before >> 1;
      int counted = inBand ? Math.min(count + 1, periods) : 0;
      count = rise ? counted : period > longest ? 0 : count;
      s[pixel] = rise ? time : last;
      c[pixel] = count << 1 | p[i];
      risesChanged[row >> risesShift] = true;
      pixelsChanged[row >> pixelsShift] = true;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += (count >= periods ? 0 : 1) ^ dropped;
    }
    batch.size(kept);
  }

  @Override
  public void close(StageSink sink) {
    rises.release();
    pixels.release();
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
