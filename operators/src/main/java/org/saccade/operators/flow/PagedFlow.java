package org.saccade.operators.flow;

import java.nio.ByteBuffer;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.FlowBatch;
import org.saccade.schemas.codec.FlowPayload;
import org.saccade.schemas.codec.MalformedPayloadException;

/**
 * The vectors of the open slice, in pages of {@value #PAGE_VECTORS}, of which only those that grew
 * are written.
 */
final class PagedFlow implements Paged {
  private static final int VERSION = 1;
  private static final int PAGE_VECTORS = 2048;

  private FlowBatch batch = new FlowBatch(1);
  private int flushed;
  private int pagesBefore;

  /** The vectors; who adds some need not tell. */
  FlowBatch batch() {
    return batch;
  }

  void clear() {
    pagesBefore = Math.max(pagesBefore, pages(flushed));
    flushed = 0;
    batch.clear();
  }

  /** Forgets all vectors and lets the memory go. */
  void release() {
    clear();
    batch = new FlowBatch(1);
  }

  private static int pages(int vectors) {
    return (vectors + PAGE_VECTORS - 1) / PAGE_VECTORS;
  }

  @Override
  public long bytes() {
    return (long) FlowPayload.VECTOR_BYTES * batch.capacity();
  }

  @Override
  public void restore(int number, Page page) {
    int n = page.bytes().length / FlowPayload.VECTOR_BYTES;
    int from = number * PAGE_VECTORS;
    int size = batch.size();
    if (page.version() != VERSION || n > PAGE_VECTORS || from > FlowParameters.MOST_VECTORS) {
      throw malformed(number, page, "expected version " + VERSION + " and fewer vectors");
    }
    batch.ensureCapacity(from + n);
    batch.size(from);
    try {
      FlowPayload.decode(ByteBuffer.wrap(page.bytes()), n, batch);
    } catch (MalformedPayloadException e) {
      throw malformed(number, page, e.getMessage());
    }
    // Pages come in any order: one that was there before stays.
    batch.size(Math.max(size, from + n));
    flushed = batch.size();
  }

  private static IllegalArgumentException malformed(int number, Page page, String what) {
    return new IllegalArgumentException(
        String.format(
            "page %d of flow vectors of version %d and %d bytes: %s",
            number, page.version(), page.bytes().length, what));
  }

  @Override
  public void flush(PageSink sink) {
    int size = batch.size();
    if (size > flushed) {
      for (int page = flushed / PAGE_VECTORS; page < pages(size); page++) {
        int from = page * PAGE_VECTORS;
        int to = Math.min(size, from + PAGE_VECTORS);
        sink.put(page, new Page(VERSION, FlowPayload.encode(batch, from, to)));
      }
    }
    for (int page = pages(size); page < pagesBefore; page++) {
      sink.remove(page);
    }
    flushed = size;
    pagesBefore = 0;
  }
}
