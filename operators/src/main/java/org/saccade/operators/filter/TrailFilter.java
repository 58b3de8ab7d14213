package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps one event of each burst, or all but its first; {@link Trail} says which. A pixel that sees
 * an edge gives several events of one polarity within some milliseconds, noise gives one.
 *
 * <p>The surface holds {@code 4 t + 2 shut + polarity} of each pixel's last event; shut says that
 * an event of this run of one polarity was kept. One look a pixel, no neighbours.
 */
public final class TrailFilter extends SurfaceFilter {
  private static final int SHUT = 2;

  private final Trail variant;
  private final long withinMicros;

  public TrailFilter(TrailParameters parameters) {
    super(1);
    variant = parameters.variant();
    withinMicros = parameters.withinMicros();
  }

  @Override
  @SuppressWarnings("ShortCircuitBoolean") // noise cannot be predicted: no branch on it
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    boolean[] changed = surface.changed();
    int stride = surface.stride();
    int origin = surface.origin();
    int shift = surface.bandShift();
    boolean first = variant == Trail.FIRST;
    boolean cut = variant == Trail.SECOND;
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int row = y[i] & 0xFFFF;
      int pixel = origin + row * stride + (x[i] & 0xFFFF);
      long last = s[pixel];
      boolean same = ((last ^ p[i]) & 1) == 0 & last != TimeSurface.NEVER;
      boolean close = time - (last >> 2) < withinMicros;
      boolean shut = same & (last & SHUT) != 0;
      boolean keep = first ? !(same & close) : same & close & !(cut & shut);
      s[pixel] = 4 * time + (shut | (keep & same) ? SHUT : 0) + p[i];
      changed[row >> shift] = true;
      t[kept] = time;
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += keep ? 1 : 0;
    }
    batch.size(kept);
  }
}
