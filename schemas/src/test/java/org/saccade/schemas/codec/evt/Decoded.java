package org.saccade.schemas.codec.evt;

import java.util.ArrayList;
import java.util.List;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** All that a decoder gave, an event as {@code t x y p}, an edge as {@code t id value}. */
record Decoded(List<String> events, List<String> triggers, ViolationCounts violations) {

  /** Decodes at one go. */
  static Decoded of(EventDecoder decoder, byte[] bytes) {
    EventBatch events = new EventBatch(6 * bytes.length + 12);
    TriggerBatch triggers = new TriggerBatch(bytes.length + 1);
    int end = decoder.decode(bytes, 0, bytes.length, events, triggers);
    decoder.finish(bytes, end, bytes.length, events, triggers);
    return new Decoded(lines(events), lines(triggers), decoder.violations());
  }

  /** Decodes in pieces that end at the cuts, through batches of a capacity. */
  static Decoded inPieces(EventDecoder decoder, byte[] bytes, List<Integer> cuts, int capacity) {
    List<String> events = new ArrayList<>();
    List<String> triggers = new ArrayList<>();
    EventBatch batch = new EventBatch(capacity);
    TriggerBatch edges = new TriggerBatch(capacity);
    int from = 0;
    for (int cut : cuts) {
      while (true) {
        batch.clear();
        edges.clear();
        int stopped = decoder.decode(bytes, from, cut, batch, edges);
        events.addAll(lines(batch));
        triggers.addAll(lines(edges));
        boolean full = batch.room() < decoder.maxEventsPerUnit() || edges.room() < 1;
        if (stopped == from && !full) {
          break;
        }
        from = stopped;
      }
    }
    decoder.violations().add(Violation.TRUNCATED_TAIL, bytes.length - from);
    return new Decoded(events, triggers, decoder.violations());
  }

  long count(Violation kind) {
    return violations.get(kind);
  }

  static List<String> lines(EventBatch batch) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      lines.add(batch.t(i) + " " + batch.x(i) + " " + batch.y(i) + " " + batch.p(i));
    }
    return lines;
  }

  static List<String> lines(TriggerBatch batch) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      lines.add(batch.t(i) + " " + batch.id(i) + " " + batch.value(i));
    }
    return lines;
  }
}
