package org.saccade.operators.paged;

import java.util.List;

/**
 * Several paged objects as one: page n of the k-th, from 0, is page {@code k << 16 | n}. At most 16
 * of them, so that 20 bits do for the whole.
 */
public final class PagedParts implements Paged {
  private static final int SHIFT = 16;

  private final List<Paged> parts;

  public PagedParts(Paged... parts) {
    this.parts = List.of(parts);
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
    int part = number >> SHIFT;
    if (part >= parts.size()) {
      throw new IllegalArgumentException(
          "page " + number + " of part " + part + ", but there are " + parts.size() + " parts");
    }
    parts.get(part).restore(number & (1 << SHIFT) - 1, page);
  }

  @Override
  public void flush(PageSink sink) {
    for (int k = 0; k < parts.size(); k++) {
      parts.get(k).flush(new ShiftedPages(sink, k << SHIFT));
    }
  }
}
