package org.saccade.operators.paged;

/** Takes the pages that changed. */
public interface PageSink {
  /** The page with this number is now this one. */
  void put(int number, Page page);

  /** There is no page with this number any more; it need not have been there. */
  void remove(int number);
}
