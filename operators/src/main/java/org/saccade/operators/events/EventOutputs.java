package org.saccade.operators.events;

import org.apache.flink.util.OutputTag;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.StreamHealth;

/** Where the records of a stream go. */
interface EventOutputs {
  /** A packet was decoded to so many events. */
  void decoded(int events);

  /** A stage of this name dropped so many of them. */
  void dropped(String stage, int events);

  void packet(EventPacket packet);

  /** What a stage put out, as a record. */
  <R> void record(OutputTag<R> tag, R record);

  void health(StreamHealth health);

  void deadLetter(DeadLetter letter);
}
