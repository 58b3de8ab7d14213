package org.saccade.operators.filter;

import org.saccade.schemas.batch.EventBatch;

/** Tiny builders of batches: {@code of(e(t, x, y), …)}. */
final class Events {
  private Events() {}

  record Event(long t, int x, int y) {}

  static Event e(long t, int x, int y) {
    return new Event(t, x, y);
  }

  static EventBatch of(Event... events) {
    EventBatch batch = new EventBatch(Math.max(1, events.length));
    for (Event e : events) {
      batch.add(e.t, e.x, e.y, 1);
    }
    return batch;
  }

  /** Times of what a batch holds: enough to say which events were kept. */
  static long[] times(EventBatch batch) {
    long[] t = new long[batch.size()];
    System.arraycopy(batch.t(), 0, t, 0, t.length);
    return t;
  }
}
