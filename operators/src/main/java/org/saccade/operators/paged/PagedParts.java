package org.saccade.operators.paged;

/**
 * Several paged objects as one: page n of part k is page {@code k << 16 | n}. A part has at most
 * 65,536 pages; there are at most 16 parts.
 */
public final class PagedParts implements Paged {
  private static final int PART_SHIFT = 16;

  private static final int MOST_PARTS = 16;

  private final Paged[] parts;

  /** Parts keep their place in the list from release to release. */
  public PagedParts(Paged... parts) {
    if (parts.length > MOST_PARTS) {
      throw new IllegalArgumentException(
          "parts=" + parts.length + " must be at most " + MOST_PARTS);
    }
    this.parts = parts.clone();
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (Paged part : parts) {
      bytes += part.bytes();
    }
    return bytes;
  }

  @Override
  public void restore(int number, Page page) {
    int part = number >> PART_SHIFT;
    if (part >= parts.length) {
      throw new IllegalArgumentException(
          "page " + number + " is of part " + part + ", but there are only " + parts.length);
    }
    parts[part].restore(number & (1 << PART_SHIFT) - 1, page);
  }

  @Override
  public void flush(PageSink sink) {
    for (int k = 0; k < parts.length; k++) {
      int base = k << PART_SHIFT;
      parts[k].flush(
          new PageSink() {
            @Override
            public void put(int number, Page page) {
              sink.put(base | number, page);
            }

            @Override
            public void remove(int number) {
              sink.remove(base | number);
            }
          });
    }
  }
}
