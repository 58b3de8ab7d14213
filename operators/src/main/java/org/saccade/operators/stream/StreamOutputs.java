package org.saccade.operators.stream;

import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;

/** Where the records go that every stream makes. */
public interface StreamOutputs {
  void health(StreamHealth health);

  void deadLetter(DeadLetter letter);
}
