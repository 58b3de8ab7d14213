package org.saccade.operators.stage;

import java.util.Set;
import java.util.TreeMap;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/** Keyed state in a map. */
public class Pages implements PageSink {
  private final TreeMap<Integer, Page> pages = new TreeMap<>();

  @Override
  public void put(int number, Page page) {
    pages.put(number, page);
  }

  @Override
  public void remove(int number) {
    pages.remove(number);
  }

  public Set<Integer> numbers() {
    return pages.keySet();
  }

  public void giveTo(Paged object) {
    pages.forEach(object::restore);
  }
}
