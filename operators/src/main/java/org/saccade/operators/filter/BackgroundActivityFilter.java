package org.saccade.operators.filter;

import java.util.Objects;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.FeatureSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps an event at pixel p and time t if some pixel q of p's neighbourhood fired less than {@code
 * dtMicros} before: {@code t - s(q) < dtMicros}, whatever the polarities. {@link
 * BackgroundActivity} says which neighbourhood, and what becomes of an event without a past.
 *
 * <p>Every event, kept or not, is written into the surface. Where time goes back, s(q) is the time
 * of the event that came last, and a neighbour later than t supports.
 */
public final class BackgroundActivityFilter implements EventStage {
  private final BackgroundActivity variant;
  private final long dtMicros;
  private final TimeSurface surface = new TimeSurface();

  public BackgroundActivityFilter(BackgroundActivity variant, long dtMicros) {
    this.variant = Objects.requireNonNull(variant, "variant");
    this.dtMicros = dtMicros;
    if (dtMicros < 1) {
      throw new IllegalArgumentException("dtMicros=" + dtMicros + " must be at least 1");
    }
  }

  @Override
  public void open(int width, int height) {
    surface.open(width, height);
  }

  @Override
  public void process(EventBatch batch, long timeEnd, FeatureSink features) {
    switch (variant) {
      case FOUR_NEIGHBOURS -> fourNeighbours(batch);
      case EIGHT_NEIGHBOURS -> eightNeighbours(batch, 0, false);
      case EIGHT_NEIGHBOURS_FIRST_PASSES -> eightNeighbours(batch, 0, true);
      case EIGHT_NEIGHBOURS_AND_SELF -> eightNeighbours(batch, -1, false);
      case EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES -> eightNeighbours(batch, -1, true);
      case OFF -> {}
    }
  }

  private void fourNeighbours(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    boolean[] changed = surface.changed();
    int stride = surface.stride();
    int shift = surface.bandShift();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = (row + 1) * stride + (x[i] & 0xFFFF) + 1;
      // s > before is t - s < dt; the sign of before - s says it, and signs can be or-ed.
      long before = time - dtMicros;
      long supported =
          before - s[pixel - 1]
              | before - s[pixel + 1]
              | before - s[pixel - stride]
              | before - s[pixel + stride]
              | before;
      s[pixel] = time;
      changed[row >> shift] = true;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += (int) (supported >>> 63);
    }
    batch.size(kept);
  }

  /**
   * @param self -1: the pixel itself supports; 0: it does not
   */
  private void eightNeighbours(EventBatch batch, long self, boolean firstPasses) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    boolean[] changed = surface.changed();
    int stride = surface.stride();
    int shift = surface.bandShift();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = (row + 1) * stride + (x[i] & 0xFFFF) + 1;
      int above = pixel - stride;
      int below = pixel + stride;
      long before = time - dtMicros;
      long supported =
          before - s[above - 1]
              | before - s[above]
              | before - s[above + 1]
              | before - s[pixel - 1]
              | (before - s[pixel]) & self
              | before - s[pixel + 1]
              | before - s[below - 1]
              | before - s[below]
              | before - s[below + 1];
      if (firstPasses && supported >= 0 && first(s, pixel, stride, self)) {
        supported = -1;
      }
      s[pixel] = time;
      changed[row >> shift] = true;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += (int) (supported >>> 63);
    }
    batch.size(kept);
  }

  private static boolean first(long[] s, int pixel, int stride, long self) {
    for (int dy = -stride; dy <= stride; dy += stride) {
      for (int dx = -1; dx <= 1; dx++) {
        boolean counts = self != 0 || dx != 0 || dy != 0;
        if (counts && s[pixel + dy + dx] != TimeSurface.NEVER) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public void close(FeatureSink features) {
    surface.release();
  }

  /** Time of the last event of each pixel. */
  public TimeSurface surface() {
    return surface;
  }

  @Override
  public long bytes() {
    return surface.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    surface.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    surface.flush(sink);
  }
}
