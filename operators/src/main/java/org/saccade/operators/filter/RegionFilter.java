package org.saccade.operators.filter;

import java.util.Arrays;
import java.util.List;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Keeps what is inside of a region of interest, or what is outside of a mask: a byte a pixel, made
 * from rectangles when a session opens, so that their number costs nothing an event.
 */
public final class RegionFilter extends StatelessFilter {
  private final boolean inside;
  private final List<Rectangle> rectangles;
  private int width;
  private byte[] keeps = new byte[0];

  public RegionFilter(RegionParameters parameters) {
    inside = parameters.inside();
    rectangles = parameters.rectangles();
  }

  @Override
  public void open(int columns, int rows) {
    width = columns;
    keeps = new byte[Math.multiplyExact(columns, rows)];
    Arrays.fill(keeps, (byte) (inside ? 0 : 1));
    for (Rectangle r : rectangles) {
      int from = Math.min(r.left(), columns);
      int to = Math.min(r.left() + r.width(), columns);
      for (int y = r.top(); y < Math.min(r.top() + r.height(), rows); y++) {
        Arrays.fill(keeps, y * columns + from, y * columns + to, (byte) (inside ? 1 : 0));
      }
    }
  }

  @Override
  public void close(StageSink sink) {
    keeps = new byte[0];
  }

  @Override
  public long bytes() {
    return keeps.length;
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int keep = keeps[(y[i] & 0xFFFF) * width + (x[i] & 0xFFFF)];
      t[kept] = t[i];
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = p[i];
      kept += keep;
    }
    batch.size(kept);
  }
}
