package org.saccade.operators.paged;

import java.util.TreeMap;

/** Pages as keyed state would hold them. */
public final class PageStore implements PageSink {
  private final TreeMap<Integer, Page> pages = new TreeMap<>();

  @Override
  public void put(int number, Page page) {
    pages.put(number, page);
  }

  @Override
  public void remove(int number) {
    pages.remove(number);
  }

  public TreeMap<Integer, Page> pages() {
    return pages;
  }

  public void restoreInto(Paged paged) {
    pages.forEach(paged::restore);
  }
}
