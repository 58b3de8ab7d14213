package org.saccade.operators.filter;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageSink;

/** A filter that looks at each event alone. */
abstract class StatelessFilter implements EventStage {
  @Override
  public void open(int width, int height) {}

  @Override
  public void close(StageSink sink) {}

  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public final void restore(int number, Page page) {
    throw new IllegalArgumentException("page " + number + " of a filter that has no state");
  }

  @Override
  public final void flush(PageSink sink) {}
}
