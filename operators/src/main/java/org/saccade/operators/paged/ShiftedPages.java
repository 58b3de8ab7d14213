package org.saccade.operators.paged;

/**
 * The pages of a part among those of the whole.
 *
 * @param base what the whole adds to the part's page numbers; its low bits are zero
 */
public record ShiftedPages(PageSink whole, int base) implements PageSink {
  @Override
  public void put(int number, Page page) {
    whole.put(base | number, page);
  }

  @Override
  public void remove(int number) {
    whole.remove(base | number);
  }
}
