package org.saccade.operators.samples;

import org.saccade.schemas.Epoch;

/** Where goes what becomes of samples. */
interface SampleOutputs<R> {
  /** A packet was decoded to so many samples a channel. */
  void decoded(int samples);

  void emit(R found);

  void epoch(Epoch epoch);

  /** The stream is another operator's, or it is not: of one that is nothing is told. */
  void leave(boolean toOthers);
}
