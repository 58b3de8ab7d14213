package org.saccade.operators.neural;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * Features of the last moments, held back until it is known that the gain did not jump under their
 * windows. Those of a window that ends between a jump and the sample at which it was known are
 * dropped.
 */
final class FeatureHold implements Paged {
  private static final int VERSION = 1;
  private static final int BYTES = 96;

  private final Deque<Held> waiting = new ArrayDeque<>();
  private final Deque<Spoilt> spoilt = new ArrayDeque<>();
  private boolean kept;

  /**
   * A feature.
   *
   * @param start of its window, microseconds
   * @param end of it, microseconds
   * @param endSample number of the sample behind it
   */
  record Held(String name, long start, long end, long endSample, double value) {}

  /** Windows that end behind {@code from} and not behind {@code to} are spoilt. */
  private record Spoilt(long from, long to) {
    boolean has(long end) {
      return end > from && end <= to;
    }
  }

  /** Takes what is not held back any more. */
  interface Sink {
    void feature(Held feature);
  }

  /** Takes a feature; their windows end in ascending order. */
  void take(Held feature) {
    while (!spoilt.isEmpty() && spoilt.getFirst().to < feature.endSample) {
      spoilt.removeFirst();
    }
    if (spoilt.isEmpty() || !spoilt.getFirst().has(feature.endSample)) {
      waiting.add(feature);
    }
  }

  /** Windows that end behind sample {@code from} and not behind {@code to} are of no use. */
  void spoil(long from, long to) {
    Spoilt interval = new Spoilt(from, to);
    waiting.removeIf(held -> interval.has(held.endSample));
    spoilt.add(interval);
  }

  /** Gives those whose windows end at a sample or before it. */
  void release(long sample, Sink sink) {
    while (!waiting.isEmpty() && waiting.getFirst().endSample <= sample) {
      sink.feature(waiting.removeFirst());
    }
  }

  @Override
  public long bytes() {
    return BYTES * (1L + waiting.size());
  }

  @Override
  public void flush(PageSink sink) {
    boolean empty = waiting.isEmpty() && spoilt.isEmpty();
    if (!empty) {
      sink.put(0, PageForm.page(VERSION, this::write));
    } else if (kept) {
      sink.remove(0);
    }
    kept = !empty;
  }

  @Override
  public void restore(int number, Page page) {
    PageForm.read("features that are held back", page, VERSION, this::read);
    kept = true;
  }

  private void write(DataOutput out) throws IOException {
    out.writeInt(waiting.size());
    for (Held held : waiting) {
      out.writeUTF(held.name);
      out.writeLong(held.start);
      out.writeLong(held.end);
      out.writeLong(held.endSample);
      out.writeDouble(held.value);
    }
    out.writeInt(spoilt.size());
    for (Spoilt interval : spoilt) {
      out.writeLong(interval.from);
      out.writeLong(interval.to);
    }
  }

  private void read(DataInput in) throws IOException {
    for (int n = in.readInt(); n > 0; n--) {
      waiting.add(
          new Held(in.readUTF(), in.readLong(), in.readLong(), in.readLong(), in.readDouble()));
    }
    for (int n = in.readInt(); n > 0; n--) {
      spoilt.add(new Spoilt(in.readLong(), in.readLong()));
    }
  }
}
