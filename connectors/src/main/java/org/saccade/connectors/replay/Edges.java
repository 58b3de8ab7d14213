package org.saccade.connectors.replay;

import org.saccade.schemas.batch.TriggerBatch;

/** Trigger edges that wait for their turn, in the order of the recording. */
final class Edges {
  static final TriggerBatch NONE = new TriggerBatch(1);

  private TriggerBatch waiting = new TriggerBatch(64);
  private int sent;

  /** Takes all edges of a batch. */
  void take(TriggerBatch edges) {
    if (sent == waiting.size()) {
      waiting.clear();
      sent = 0;
    }
    append(edges, waiting);
  }

  static void append(TriggerBatch from, TriggerBatch to) {
    for (int i = 0; i < from.size(); i++) {
      to.add(from.t(i), from.id(i), from.value(i));
    }
  }

  boolean isEmpty() {
    return sent == waiting.size();
  }

  int size() {
    return waiting.size() - sent;
  }

  long t() {
    return waiting.t(sent);
  }

  int id() {
    return waiting.id(sent);
  }

  int value() {
    return waiting.value(sent);
  }

  /** Goes on to the next. */
  void remove() {
    sent++;
    if (sent >= 1024) {
      TriggerBatch rest = new TriggerBatch(Math.max(64, size()));
      for (int i = sent; i < waiting.size(); i++) {
        rest.add(waiting.t(i), waiting.id(i), waiting.value(i));
      }
      waiting = rest;
      sent = 0;
    }
  }
}
