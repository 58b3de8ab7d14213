package org.saccade.operators.paged;

/**
 * A plain object that is worked on in place and can be put away in numbered pages, of which only
 * those that changed are written.
 */
public interface Paged {
  /** Memory that the object holds now, bytes; asked after every packet, so it must be cheap. */
  long bytes();

  /**
   * Takes back a page that {@link #flush} gave, this release's or the one before. Pages come in the
   * ascending order of their numbers.
   *
   * @throws IllegalArgumentException if the page is of a version that is not known
   */
  void restore(int number, Page page);

  /** Gives every page that changed since the last call (or since it was made) to the sink. */
  void flush(PageSink sink);
}
