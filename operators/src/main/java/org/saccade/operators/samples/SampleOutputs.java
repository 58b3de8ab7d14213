package org.saccade.operators.samples;

/** Where goes what becomes of samples. */
interface SampleOutputs<R> {
  /** A packet was decoded to so many samples a channel. */
  void decoded(int samples);

  void emit(R found);
}
