package org.saccade.operators.state;

import org.apache.flink.api.common.state.MapState;
import org.apache.flink.util.FlinkRuntimeException;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;

/** Changed pages go into the current key's map. */
final class StatePages implements PageSink {
  private final MapState<Integer, Page> pages;

  StatePages(MapState<Integer, Page> pages) {
    this.pages = pages;
  }

  @Override
  public void put(int number, Page page) {
    try {
      pages.put(number, page);
    } catch (Exception e) {
      throw new FlinkRuntimeException("page " + number + " cannot be written to keyed state", e);
    }
  }

  @Override
  public void remove(int number) {
    try {
      pages.remove(number);
    } catch (Exception e) {
      throw new FlinkRuntimeException("page " + number + " cannot be removed from keyed state", e);
    }
  }
}
