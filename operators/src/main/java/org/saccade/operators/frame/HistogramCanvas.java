package org.saccade.operators.frame;

import java.util.List;
import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.EventBatch;

/** Counts of the slice's events, together or OFF and ON apart. */
final class HistogramCanvas implements Canvas {
  private static final int MOST = 0xFFFF;

  private final PixelPlane[] planes;
  private int width;
  private int bin;

  HistogramCanvas(int count) {
    planes = new PixelPlane[count];
    for (int k = 0; k < count; k++) {
      planes[k] = new PixelPlane();
    }
  }

  @Override
  public void open(int newWidth, int height, int newBin) {
    width = newWidth;
    bin = newBin;
    for (PixelPlane plane : planes) {
      plane.open(width, height);
    }
  }

  @Override
  public void release() {
    for (PixelPlane plane : planes) {
      plane.release();
    }
  }

  @Override
  public void add(EventBatch batch, int from, int to) {
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    PixelPlane off = planes[0];
    PixelPlane on = planes[planes.length - 1];
    int[] offCounts = off.pixels();
    int[] onCounts = on.pixels();
    boolean[] offChanged = off.changed();
    boolean[] onChanged = on.changed();
    int shift = off.bandShift();
    for (int i = from; i < to; i++) {
      int row = (y[i] & 0xFFFF) >> bin;
      int pixel = row * width + ((x[i] & 0xFFFF) >> bin);
      // Counts of more than 2^31 events in a slice do not occur: a slice by time ends, and a
      // count is bounded.
      (p[i] == 0 ? offCounts : onCounts)[pixel]++;
      (p[i] == 0 ? offChanged : onChanged)[row >> shift] = true;
    }
  }

  @Override
  public void write(long end, byte[] out) {
    int o = 0;
    for (PixelPlane plane : planes) {
      for (int n : plane.pixels()) {
        int value = Math.min(n, MOST);
        out[o++] = (byte) value;
        out[o++] = (byte) (value >> 8);
      }
      plane.clear();
    }
  }

  @Override
  public List<Paged> parts() {
    return List.of(planes);
  }
}
