package org.saccade.operators.limit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.surface.TimeSurface;

/**
 * The N latest of the times that were added, in order, however they came.
 *
 * <pre>  page k, version 1: int64 little-endian, the times from number 8192 k on, the latest first
 * </pre>
 */
final class LatestTimes implements Paged {
  /**
   * Most places that a time may lie before the latest: what a time that comes late costs. With more
   * than that it is not taken.
   */
  static final int MAX_SHIFT = 1024;

  private static final int VERSION = 1;
  private static final int PAGE_TIMES = 8192;

  private final int capacity;

  /** A ring: from head on the oldest to the latest. */
  private long[] times = new long[0];

  private int head;
  private boolean changed;
  private int pagesBefore;

  LatestTimes(int capacity) {
    this.capacity = capacity;
  }

  void open() {
    if (times.length == 0) {
      times = new long[capacity];
    }
    Arrays.fill(times, TimeSurface.NEVER);
    head = 0;
    changed = true;
  }

  void release() {
    times = new long[0];
    changed = true;
  }

  /** The N-th latest. */
  long oldest() {
    return times[head];
  }

  /**
   * Puts a time in the place of the oldest.
   *
   * @return false, and nothing is changed, if it would lie too many places before the latest
   */
  boolean replaceOldest(long time) {
    int last = times.length - 1;
    if (time < times[head == 0 ? last : head - 1]) {
      return insert(time);
    }
    times[head] = time;
    head = head == last ? 0 : head + 1;
    changed = true;
    return true;
  }

  private boolean insert(long time) {
    int n = times.length;
    if (n > MAX_SHIFT && time < times[Math.floorMod(head - 1 - MAX_SHIFT, n)]) {
      return false;
    }
    int place = head;
    // The oldest makes room at the end; what is later than the time moves up by one.
    for (int i = 1; i < n; i++) {
      int before = place == 0 ? n - 1 : place - 1;
      if (times[before] <= time) {
        break;
      }
      times[place] = times[before];
      place = before;
    }
    times[place] = time;
    head = head == n - 1 ? 0 : head + 1;
    changed = true;
    return true;
  }

  @Override
  public long bytes() {
    return 8L * times.length;
  }

  @Override
  public void flush(PageSink sink) {
    if (!changed) {
      return;
    }
    int n = times.length;
    int known = 0;
    while (known < n && latest(known) != TimeSurface.NEVER) {
      known++;
    }
    int pages = (known + PAGE_TIMES - 1) / PAGE_TIMES;
    for (int k = 0; k < pages; k++) {
      int from = k * PAGE_TIMES;
      int count = Math.min(PAGE_TIMES, known - from);
      ByteBuffer out = ByteBuffer.allocate(8 * count).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = from; i < from + count; i++) {
        out.putLong(latest(i));
      }
      sink.put(k, new Page(VERSION, out.array()));
    }
    for (int k = pages; k < pagesBefore; k++) {
      sink.remove(k);
    }
    pagesBefore = pages;
    changed = false;
  }

  /** Time number i, the latest first. */
  private long latest(int i) {
    return times[Math.floorMod(head - 1 - i, times.length)];
  }

  @Override
  public void restore(int number, Page page) {
    if (page.version() != VERSION || page.bytes().length % 8 != 0) {
      throw new IllegalArgumentException(
          String.format(
              "page of times of version %d with %d bytes, expected version %d and 8 bytes a time",
              page.version(), page.bytes().length, VERSION));
    }
    ByteBuffer in = ByteBuffer.wrap(page.bytes()).order(ByteOrder.LITTLE_ENDIAN);
    pagesBefore = Math.max(pagesBefore, number + 1);
    // A ring of another size, after a change of configuration, takes the latest that it has room
    // for.
    for (long i = (long) number * PAGE_TIMES; i < times.length && in.hasRemaining(); i++) {
      times[times.length - 1 - (int) i] = in.getLong();
    }
  }
}
