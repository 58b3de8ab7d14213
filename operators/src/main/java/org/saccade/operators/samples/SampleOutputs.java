package org.saccade.operators.samples;

import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.StreamHealth;

/** Where the records of a stream of samples go. */
interface SampleOutputs<R> {
  /** A packet was decoded to so many samples a channel. */
  void decoded(int samples);

  void emit(R found);

  void health(StreamHealth health);

  void deadLetter(DeadLetter letter);
}
