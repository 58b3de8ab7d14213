package org.saccade.operators.spikepoint;

/** What the points' membranes are kept in. */
public enum Precision {
  /**
   * Floats, many points at once. Spikes as in double precision unless a membrane comes within 1e-5
   * of the threshold.
   */
  SINGLE,
  /** Doubles, one point after the other, several times slower: spikes as PyTorch's in double. */
  DOUBLE
}
