package org.saccade.operators.slice;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageForm;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.EventBatch;

/**
 * Cuts a stream of events into slices.
 *
 * <ul>
 *   <li>By time: the first slice begins at the multiple of T at or before the first event. A slice
 *       ends when the stream is known up to its end: an event at or behind it, or a packet that
 *       ends there.
 *   <li>By count: a slice ends with its N-th event and the next begins with the event after it.
 *   <li>Both: the next slice begins at the time at which the one before ended.
 *   <li>A slice without events is not given.
 *   <li>An event earlier than the open slice (time went back) is of the open slice.
 * </ul>
 */
public final class Slicer implements Paged {
  private static final int VERSION = 1;
  private static final long NONE = Long.MIN_VALUE;

  private final long micros;
  private final long count;
  private long start = NONE;
  private long last;
  private long events;
  private boolean changed;

  public Slicer(Slicing slicing) {
    micros = slicing.micros();
    count = slicing.count() == 0 ? Long.MAX_VALUE : slicing.count();
  }

  /** Starts anew: an open slice is forgotten. */
  public void open() {
    start = NONE;
    last = 0;
    events = 0;
    changed = true;
  }

  /**
   * Takes the events of one packet.
   *
   * @param timeEnd sensor time up to which the stream is known, microseconds
   */
  public void process(EventBatch batch, long timeEnd, SliceListener listener) {
    changed = true;
    long[] t = batch.t();
    int n = batch.size();
    int i = 0;
    while (i < n) {
      reach(t[i], listener);
      int from = i;
      long end = end();
      int most = (int) Math.min(n - from, count - events) + from;
      while (i < most && t[i] < end) {
        i++;
      }
      listener.events(batch, from, i);
      events += i - from;
      last = t[i - 1];
      if (events == count) {
        give(Math.max(start, last), SliceEnd.COUNT, listener);
        start = micros == 0 ? NONE : Math.max(start, last);
      }
    }
    if (micros > 0 && start != NONE) {
      reach(timeEnd, listener);
    }
  }

  /** The open slice is one in which this time lies, or that began after it. */
  private void reach(long time, SliceListener listener) {
    if (start == NONE) {
      start = micros == 0 ? time : Math.floorDiv(time, micros) * micros;
    } else if (time >= end()) {
      if (events > 0) {
        give(end(), SliceEnd.TIME, listener);
      }
      start += (time - start) / micros * micros;
    }
  }

  private long end() {
    return micros == 0 ? Long.MAX_VALUE : start + micros;
  }

  private void give(long end, SliceEnd why, SliceListener listener) {
    listener.slice(start, end, events, why);
    events = 0;
  }

  /** Gives the open slice, if it has events, and starts anew. */
  public void close(SliceListener listener) {
    if (events > 0) {
      give(Math.max(start, last), SliceEnd.SESSION, listener);
    }
    open();
  }

  @Override
  public long bytes() {
    return 40;
  }

  @Override
  public void restore(int number, Page page) {
    PageForm.read(
        "slicer",
        page,
        VERSION,
        in -> {
          start = in.readLong();
          last = in.readLong();
          events = in.readLong();
        });
    changed = false;
  }

  @Override
  public void flush(PageSink sink) {
    if (changed && start == NONE) {
      sink.remove(0);
    } else if (changed) {
      sink.put(
          0,
          PageForm.page(
              VERSION,
              out -> {
                out.writeLong(start);
                out.writeLong(last);
                out.writeLong(events);
              }));
    }
    changed = false;
  }
}
