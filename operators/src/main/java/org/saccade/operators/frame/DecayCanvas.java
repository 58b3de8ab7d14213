package org.saccade.operators.frame;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/**
 * Events that fade: each pixel is a leaky counter, v ← v·exp(−(t − s)/τ) + 1 at an event, with s
 * the time of the last event. Where time goes back nothing fades and s stays.
 */
final class DecayCanvas implements Canvas {
  private static final int MOST = 0xFFFF;

  private final ExponentialDecay decay;
  private final PixelPlane[] values;
  private final TimeSurface[] surfaces;
  private final List<Paged> parts = new ArrayList<>();
  private int bin;

  DecayCanvas(int count, ExponentialDecay decay) {
    this.decay = decay;
    values = new PixelPlane[count];
    surfaces = new TimeSurface[count];
    for (int k = 0; k < count; k++) {
      values[k] = new PixelPlane();
      surfaces[k] = new TimeSurface();
      parts.add(values[k]);
      parts.add(surfaces[k]);
    }
  }

  @Override
  public void open(int width, int height, int newBin) {
    bin = newBin;
    for (int k = 0; k < values.length; k++) {
      values[k].open(width, height);
      surfaces[k].open(width, height);
    }
  }

  @Override
  public void release() {
    for (int k = 0; k < values.length; k++) {
      values[k].release();
      surfaces[k].release();
    }
  }

  @Override
  public void add(EventBatch batch, int from, int to) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int onPlane = values.length - 1;
    int width = surfaces[0].width();
    int stride = surfaces[0].stride();
    for (int i = from; i < to; i++) {
      int k = p[i] == 0 ? 0 : onPlane;
      PixelPlane plane = values[k];
      TimeSurface surface = surfaces[k];
      int row = (y[i] & 0xFFFF) >> bin;
      int column = (x[i] & 0xFFFF) >> bin;
      int pixel = row * width + column;
      int place = (row + 1) * stride + column + 1;
      long before = surface.times()[place];
      float v = Float.intBitsToFloat(plane.pixels()[pixel]);
      plane.pixels()[pixel] = Float.floatToRawIntBits((float) (v * decay.after(t[i] - before) + 1));
      plane.changed()[row >> plane.bandShift()] = true;
      surface.times()[place] = Math.max(t[i], before);
      surface.changed()[row >> surface.bandShift()] = true;
    }
  }

  @Override
  public void write(long end, byte[] out) {
    int o = 0;
    for (int k = 0; k < values.length; k++) {
      int[] pixels = values[k].pixels();
      long[] times = surfaces[k].times();
      int width = surfaces[k].width();
      int stride = surfaces[k].stride();
      for (int i = 0, place = stride + 1; i < pixels.length; place += 2) {
        for (int rowEnd = i + width; i < rowEnd; i++, place++) {
          int stored = 0;
          if (pixels[i] != 0) {
            double left = Float.intBitsToFloat(pixels[i]) * decay.after(end - times[place]);
            stored = (int) Math.min(left * 256 + 0.5, MOST);
          }
          out[o++] = (byte) stored;
          out[o++] = (byte) (stored >> 8);
        }
      }
    }
  }

  @Override
  public List<Paged> parts() {
    return parts;
  }
}
