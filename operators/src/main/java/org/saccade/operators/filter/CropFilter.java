package org.saccade.operators.filter;

import org.saccade.operators.stage.Geometry;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Makes a part of the frame the frame: events outside are dropped, the rest count from the part's
 * upper left corner. The part has the size that it was given also where it reaches out of the
 * frame, so that sensors of different sizes give the same.
 */
public final class CropFilter extends StatelessFilter {
  private final Rectangle part;

  public CropFilter(CropParameters parameters) {
    part = parameters.frame();
  }

  @Override
  public Geometry geometry(Geometry in) {
    return new Geometry(part.width(), part.height());
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int left = part.left();
    int top = part.top();
    int lastColumn = part.width() - 1;
    int lastRow = part.height() - 1;
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      int column = (x[i] & 0xFFFF) - left;
      int row = (y[i] & 0xFFFF) - top;
      // The sign of any of the four says that it is outside.
      int outside = column | row | lastColumn - column | lastRow - row;
      t[kept] = t[i];
      x[kept] = (short) column;
      y[kept] = (short) row;
      p[kept] = p[i];
      kept += 1 + (outside >> 31);
    }
    batch.size(kept);
  }
}
