package org.saccade.operators.filter;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;
import org.saccade.schemas.batch.EventBatch;

/** A filter whose only state is a time for each pixel. */
abstract class SurfaceFilter implements EventStage {
  final TimeSurface surface;
  final Verdicts verdicts = new Verdicts();

  /**
   * @param margin of the surface: how far around a pixel the filter looks
   */
  SurfaceFilter(int margin) {
    surface = new TimeSurface(margin);
  }

  /**
   * Marks the bands of the rows that the batch's events write, {@code reach} rows up and down. In a
   * loop of its own: between the writes to the pixels these would cost as much again.
   */
  final void mark(EventBatch batch, int reach) {
    short[] y = batch.y();
    boolean[] changed = surface.changed();
    int shift = surface.bandShift();
    int lastRow = surface.height() - 1;
    int n = batch.size();
    for (int i = 0; i < n; i++) {
      int row = y[i] & 0xFFFF;
      // A band has two rows at least: with the outer rows of five, and the middle, all are marked.
      changed[Math.max(row - reach, 0) >> shift] = true;
      changed[row >> shift] = true;
      changed[Math.min(row + reach, lastRow) >> shift] = true;
    }
  }

  @Override
  public final void open(int width, int height) {
    surface.open(width, height);
  }

  @Override
  public final void close(StageSink sink) {
    surface.release();
  }

  @Override
  public final long bytes() {
    return surface.bytes();
  }

  @Override
  public final void restore(int number, Page page) {
    surface.restore(number, page);
  }

  @Override
  public final void flush(PageSink sink) {
    surface.flush(sink);
  }
}
