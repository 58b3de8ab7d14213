package org.saccade.operators.frame;

import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.EventBatch;

/** Polarity of the last event of the slice: 0 none, 1 OFF, 2 ON. */
final class PolarityCanvas implements Canvas {
  private final PixelPlane plane = new PixelPlane();
  private int width;
  private int bin;

  @Override
  public void open(int newWidth, int height, int newBin) {
    width = newWidth;
    bin = newBin;
    plane.open(width, height);
  }

  @Override
  public void release() {
    plane.release();
  }

  @Override
  public void add(EventBatch batch, int from, int to) {
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int[] pixels = plane.pixels();
    boolean[] changed = plane.changed();
    int shift = plane.bandShift();
    for (int i = from; i < to; i++) {
      int row = (y[i] & 0xFFFF) >> bin;
      pixels[row * width + ((x[i] & 0xFFFF) >> bin)] = 1 + p[i];
      changed[row >> shift] = true;
    }
  }

  @Override
  public void write(long end, byte[] out) {
    int[] pixels = plane.pixels();
    for (int i = 0; i < pixels.length; i++) {
      out[i] = (byte) pixels[i];
    }
    plane.clear();
  }

  @Override
  public List<Paged> parts() {
    return List.of(plane);
  }
}
