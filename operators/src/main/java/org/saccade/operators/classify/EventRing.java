package org.saccade.operators.classify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;

/**
 * The last events of a stream, numbered from 0 as they come, in a ring that grows up to a bound and
 * then loses the oldest. Its pages are slots of the ring; those written since the last flush are
 * put away, 12 bytes an event.
 */
final class EventRing implements Paged {
  static final int PAGE = 4096;

  private static final int VERSION = 1;
  private static final int COORDINATE_BITS = 15;
  private static final int COORDINATE = (1 << COORDINATE_BITS) - 1;

  private final int bound;
  private long[] times = new long[PAGE];
  private int[] places = new int[PAGE];
  private boolean[] changed = new boolean[1];
  private long head;
  private long tail;
  private long overwritten;

  /**
   * @param bound most events, at least 1; rounded up to a power of two and {@value #PAGE}
   */
  EventRing(int bound) {
    this.bound = Math.max(PAGE, Integer.highestOneBit(Math.max(1, 2 * bound - 1)));
  }

  /** Number of the next event. */
  long head() {
    return head;
  }

  /** Number of the oldest event that is kept. */
  long tail() {
    return tail;
  }

  /** Events that were lost because no room was left. */
  long overwritten() {
    return overwritten;
  }

  /** Whether the next event takes the place of the oldest. */
  boolean isFull() {
    return head - tail == bound;
  }

  /**
   * Adds an event.
   *
   * @param x at most 32,767, as is y
   */
  void put(long t, int x, int y, int p) {
    if (head - tail == times.length) {
      if (times.length < bound) {
        grow();
      } else {
        tail++;
        overwritten++;
      }
    }
    int slot = slot(head++);
    times[slot] = t;
    places[slot] = x << COORDINATE_BITS + 1 | y << 1 | p;
    changed[slot / PAGE] = true;
  }

  long t(long event) {
    return times[slot(event)];
  }

  int x(long event) {
    return places[slot(event)] >>> COORDINATE_BITS + 1;
  }

  int y(long event) {
    return places[slot(event)] >>> 1 & COORDINATE;
  }

  int p(long event) {
    return places[slot(event)] & 1;
  }

  /** Events before this one are needed no more. */
  void release(long upTo) {
    tail = Math.max(tail, upTo);
  }

  /** Forgets all events and what was lost of them. */
  void clear() {
    head = 0;
    tail = 0;
    overwritten = 0;
  }

  private int slot(long event) {
    return (int) event & times.length - 1;
  }

  private void grow() {
    long[] oldTimes = times;
    int[] oldPlaces = places;
    allocate(2 * oldTimes.length);
    for (long e = tail; e < head; e++) {
      int old = (int) e & oldTimes.length - 1;
      times[slot(e)] = oldTimes[old];
      places[slot(e)] = oldPlaces[old];
    }
    java.util.Arrays.fill(changed, true);
  }

  private void allocate(int length) {
    times = new long[length];
    places = new int[length];
    changed = new boolean[length / PAGE];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(times.length);
    out.writeLong(head);
    out.writeLong(tail);
    out.writeLong(overwritten);
  }

  /** Reads what {@link #write} wrote; the pages follow. */
  void read(DataInput in) throws IOException {
    allocate(in.readInt());
    head = in.readLong();
    tail = in.readLong();
    overwritten = in.readLong();
  }

  @Override
  public long bytes() {
    return 12L * times.length;
  }

  @Override
  public void flush(PageSink sink) {
    for (int page = 0; page < changed.length; page++) {
      if (changed[page]) {
        int from = page * PAGE;
        sink.put(
            page,
            PageForm.page(
                VERSION,
                out -> {
                  for (int i = from; i < from + PAGE; i++) {
                    out.writeLong(times[i]);
                    out.writeInt(places[i]);
                  }
                }));
        changed[page] = false;
      }
    }
  }

  @Override
  public void restore(int number, Page page) {
    int from = number * PAGE;
    PageForm.read(
        "events",
        page,
        VERSION,
        in -> {
          for (int i = from; i < from + PAGE; i++) {
            times[i] = in.readLong();
            places[i] = in.readInt();
          }
        });
  }
}
