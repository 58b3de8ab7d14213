package org.saccade.operators.events;

import org.apache.flink.util.OutputTag;
import org.saccade.schemas.EventPacket;

/** Where goes what becomes of events. */
interface EventOutputs {
  /** A packet was decoded to so many events. */
  void decoded(int events);

  /** A stage of this name dropped so many of them. */
  void dropped(String stage, int events);

  void packet(EventPacket packet);

  /** The events at corners of a packet, where they are put out beside it. */
  void corners(EventPacket packet);

  /** What a stage put out, as a record. */
  <R> void record(OutputTag<R> tag, R record);
}
