package org.saccade.operators.frame;

import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/** The time surface itself: microseconds since the last event, or how much of it is left. */
final class SurfaceCanvas implements Canvas {
  private static final long OLDEST = 0xFFFF_FFFFL;

  private final ExponentialDecay decay;
  private final TimeSurface[] surfaces;
  private int bin;

  /**
   * @param decay null: last times as they are
   */
  SurfaceCanvas(int count, ExponentialDecay decay) {
    this.decay = decay;
    surfaces = new TimeSurface[count];
    for (int k = 0; k < count; k++) {
      surfaces[k] = new TimeSurface();
    }
  }

  @Override
  public void open(int width, int height, int newBin) {
    bin = newBin;
    for (TimeSurface surface : surfaces) {
      surface.open(width, height);
    }
  }

  @Override
  public void release() {
    for (TimeSurface surface : surfaces) {
      surface.release();
    }
  }

  @Override
  public void add(EventBatch batch, int from, int to) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    TimeSurface off = surfaces[0];
    TimeSurface on = surfaces[surfaces.length - 1];
    long[] offTimes = off.times();
    long[] onTimes = on.times();
    boolean[] offChanged = off.changed();
    boolean[] onChanged = on.changed();
    int stride = off.stride();
    int shift = off.bandShift();
    for (int i = from; i < to; i++) {
      int row = (y[i] & 0xFFFF) >> bin;
      int place = (row + 1) * stride + ((x[i] & 0xFFFF) >> bin) + 1;
      (p[i] == 0 ? offTimes : onTimes)[place] = t[i];
      (p[i] == 0 ? offChanged : onChanged)[row >> shift] = true;
    }
  }

  @Override
  public void write(long end, byte[] out) {
    int o = 0;
    for (TimeSurface surface : surfaces) {
      long[] times = surface.times();
      int width = surface.width();
      for (int y = 0, place = surface.stride() + 1; y < surface.height(); y++, place += 2) {
        for (int rowEnd = place + width; place < rowEnd; place++) {
          long age = Math.max(0, end - times[place]);
          if (decay != null) {
            out[o++] = (byte) (int) (decay.after(age) * 255 + 0.5);
          } else {
            int stored = (int) Math.min(age, OLDEST);
            out[o++] = (byte) stored;
            out[o++] = (byte) (stored >> 8);
            out[o++] = (byte) (stored >> 16);
            out[o++] = (byte) (stored >> 24);
          }
        }
      }
    }
  }

  @Override
  public List<Paged> parts() {
    return List.of(surfaces);
  }
}
