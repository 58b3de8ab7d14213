package org.saccade.operators.filter;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageParameters;
import org.saccade.schemas.batch.EventBatch;

/** Tiny builders of batches: {@code of(e(t, x, y), off(t, x, y), …)}. */
final class Events {
  static final int SIDE = 8;

  private Events() {}

  record Event(long t, int x, int y, int p) {}

  /** An ON event. */
  static Event e(long t, int x, int y) {
    return new Event(t, x, y, 1);
  }

  static Event off(long t, int x, int y) {
    return new Event(t, x, y, 0);
  }

  static EventBatch of(Event... events) {
    EventBatch batch = new EventBatch(Math.max(1, events.length));
    for (Event e : events) {
      batch.add(e.t, e.x, e.y, e.p);
    }
    return batch;
  }

  /** Times of what a batch holds: enough to say which events were kept. */
  static long[] times(EventBatch batch) {
    long[] t = new long[batch.size()];
    System.arraycopy(batch.t(), 0, t, 0, t.length);
    return t;
  }

  /** Times of what a filter of an 8x8 sensor keeps. */
  static long[] kept(StageParameters parameters, Event... events) {
    return times(passed(parameters, events));
  }

  /** What a filter of an 8x8 sensor lets through. */
  static EventBatch passed(StageParameters parameters, Event... events) {
    EventStage stage = parameters.stage();
    stage.open(SIDE, SIDE);
    EventBatch batch = of(events);
    stage.process(batch, 0, output -> {});
    return batch;
  }
}
