package org.saccade.operators.events;

import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.StreamHealth;

/** Where the records of a stream go. */
interface EventOutputs {
  /** A packet was decoded to so many events. */
  void decoded(int events);

  void packet(EventPacket packet);

  void feature(Feature feature);

  void health(StreamHealth health);

  void deadLetter(DeadLetter letter);
}
