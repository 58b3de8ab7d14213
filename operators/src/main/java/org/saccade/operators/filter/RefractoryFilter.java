package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps an event at pixel p and time t if {@code t - s(p) > periodMicros}, whatever its polarity;
 * {@link Refractory} says which event s(p) is the time of, and what becomes of a pixel's first.
 *
 * <p>An event that is earlier than s(p) is dropped.
 */
public final class RefractoryFilter extends SurfaceFilter {
  private final Refractory variant;
  private final long periodMicros;

  public RefractoryFilter(RefractoryParameters parameters) {
    super(1);
    variant = parameters.variant();
    periodMicros = parameters.periodMicros();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    switch (variant) {
      case LAST_EVENT -> afterLastEvent(batch);
      case LAST_KEPT -> afterLastKept(batch);
    }
  }

  @SuppressWarnings("ShortCircuitBoolean") // noise cannot be predicted: no branch on it
  private void afterLastEvent(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    boolean[] changed = surface.changed();
    int stride = surface.stride();
    int origin = surface.origin();
    int shift = surface.bandShift();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = origin + row * stride + (x[i] & 0xFFFF);
      long last = s[pixel];
      s[pixel] = time;
      changed[row >> shift] = true;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += time - last > periodMicros & (time > 0 | last != TimeSurface.NEVER) ? 1 : 0;
    }
    batch.size(kept);
  }

  private void afterLastKept(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    boolean[] changed = surface.changed();
    int stride = surface.stride();
    int origin = surface.origin();
    int shift = surface.bandShift();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = origin + row * stride + (x[i] & 0xFFFF);
      if (time - s[pixel] > periodMicros) {
        s[pixel] = time;
        changed[row >> shift] = true;
        t[kept] = time;
        x[kept] = x[i];
        y[kept] = y[i];
        p[kept] = p[i];
        kept++;
      }
    }
    batch.size(kept);
  }

  /** The times that the period is counted from. */
  public TimeSurface surface() {
    return surface;
  }
}
