package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps an event at pixel p and time t if some pixel of p's neighbourhood fired less than {@code
 * dtMicros} before, whatever the polarities. {@link BackgroundActivity} says which neighbourhood,
 * and what becomes of an event without a past.
 *
 * <p>Every event, kept or not, writes its time to the pixels that it supports, and is kept if
 * {@code t - support(p) < dtMicros}: one place is read and the neighbours are only written, for
 * which the processor need not wait. Where time goes back, it is the event that came last that
 * supports.
 */
public final class BackgroundActivityFilter extends SurfaceFilter {
  private final BackgroundActivity variant;
  private final long dtMicros;

  public BackgroundActivityFilter(BackgroundActivityParameters parameters) {
    super(parameters.variant().radius);
    variant = parameters.variant();
    dtMicros = parameters.dtMicros();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    mark(batch, variant.radius);
    if (variant == BackgroundActivity.FOUR_NEIGHBOURS) {
      fourNeighbours(batch);
    } else if (variant.radius == 1) {
      eightNeighbours(batch, variant.self, variant.firstPasses);
    } else {
      twentyFourNeighbours(batch, variant.self, variant.firstPasses);
    }
    verdicts.apply(batch);
  }

  private void fourNeighbours(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    long[] s = surface.times();
    int stride = surface.stride();
    int origin = surface.origin();
    int n = batch.size();
    byte[] kept = verdicts.of(n);
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int pixel = origin + (y[i] & 0xFFFF) * stride + (x[i] & 0xFFFF);
      // s > before is t - s < dt; the sign of before - s says it, that of before says t < dt.
      long before = time - dtMicros;
      long supported = before - s[pixel] | before;
      s[pixel - stride] = time;
      s[pixel - 1] = time;
      s[pixel + 1] = time;
      s[pixel + stride] = time;
      kept[i] = (byte) (supported >>> 63);
    }
  }

  private void eightNeighbours(EventBatch batch, boolean self, boolean firstPasses) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    long[] s = surface.times();
    int stride = surface.stride();
    int origin = surface.origin();
    int n = batch.size();
    byte[] kept = verdicts.of(n);
    long first = firstPasses ? -1 : 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int pixel = origin + (y[i] & 0xFFFF) * stride + (x[i] & 0xFFFF);
      int above = pixel - stride;
      int below = pixel + stride;
      long last = s[pixel];
      long supported = supported(time, last, first);
      s[above - 1] = time;
      s[above] = time;
      s[above + 1] = time;
      s[pixel - 1] = time;
      s[pixel] = self ? time : last;
      s[pixel + 1] = time;
      s[below - 1] = time;
      s[below] = time;
      s[below + 1] = time;
      kept[i] = (byte) (supported >>> 63);
    }
  }

  private void twentyFourNeighbours(EventBatch batch, boolean self, boolean firstPasses) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    long[] s = surface.times();
    int stride = surface.stride();
    int origin = surface.origin();
    int n = batch.size();
    byte[] kept = verdicts.of(n);
    long first = firstPasses ? -1 : 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int pixel = origin + (y[i] & 0xFFFF) * stride + (x[i] & 0xFFFF);
      long last = s[pixel];
      long supported = supported(time, last, first);
      five(s, pixel - 2 * stride, time);
      five(s, pixel - stride, time);
      five(s, pixel, time);
      five(s, pixel + stride, time);
      five(s, pixel + 2 * stride, time);
      s[pixel] = self ? time : last;
      kept[i] = (byte) (supported >>> 63);
    }
  }

  /**
   * Negative if an event is kept. Noise cannot be predicted: written as a comparison, this would
   * become a branch on it.
   *
   * @param first all bits where an event without a past passes, else 0
   */
  private long supported(long time, long last, long first) {
    long past = last ^ TimeSurface.NEVER;
    return time - dtMicros - last | ~(past | -past) & first;
  }

  /** Five pixels of a row, around its middle. */
  private static void five(long[] s, int middle, long time) {
    s[middle - 2] = time;
    s[middle - 1] = time;
    s[middle] = time;
    s[middle + 1] = time;
    s[middle + 2] = time;
  }

  /** Time of the last event that supports each pixel; its border is written too. */
  public TimeSurface support() {
    return surface;
  }
}
