package org.saccade.operators.events;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/** All that one stream of events needs. */
public final class EventStream implements Paged {
  @Override
  public long bytes() {
    return 0;
  }

  @Override
  public void restore(int number, Page page) {}

  @Override
  public void flush(PageSink sink) {}
}
