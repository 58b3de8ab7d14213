package org.saccade.connectors.replay;

import java.util.Iterator;
import java.util.List;
import org.saccade.schemas.batch.EventBatch;

/** Events of tests. */
public final class Batches {
  private Batches() {}

  /** Events at the given times; where they are follows from their number. */
  public static EventBatch at(long... times) {
    EventBatch events = new EventBatch(Math.max(1, times.length));
    for (int i = 0; i < times.length; i++) {
      events.add(times[i], i % 640, i % 480, i & 1);
    }
    return events;
  }

  /** A source that gives the events in batches of the given sizes, over and over. */
  public static EventSource inChunks(EventBatch events, List<Integer> sizes) {
    Iterator<Integer> size =
        java.util.stream.Stream.generate(() -> sizes).flatMap(List::stream).iterator();
    int[] next = {0};
    return batch -> {
      batch.clear();
      int n = Math.min(size.next(), events.size() - next[0]);
      batch.append(events, next[0], next[0] + n);
      next[0] += n;
      return n > 0;
    };
  }

  /** A source that gives all events at once. */
  public static EventSource of(EventBatch events) {
    return inChunks(events, List.of(Math.max(1, events.size())));
  }
}
