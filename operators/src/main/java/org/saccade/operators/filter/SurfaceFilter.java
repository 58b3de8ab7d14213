package org.saccade.operators.filter;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;
import org.saccade.operators.surface.TimeSurface;

/** A filter whose only state is a time for each pixel. */
abstract class SurfaceFilter implements EventStage {
  final TimeSurface surface;

  /**
   * @param margin of the surface: how far around a pixel the filter looks
   */
  SurfaceFilter(int margin) {
    surface = new TimeSurface(margin);
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
