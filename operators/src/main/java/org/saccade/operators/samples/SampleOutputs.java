package org.saccade.operators.samples;

import org.saccade.schemas.Epoch;

/** Where goes what becomes of samples. */
interface SampleOutputs<R> {
  /** A packet was decoded to so many samples a channel. */
  void decoded(int samples);

  void emit(R found);

  void epoch(Epoch epoch);
}
