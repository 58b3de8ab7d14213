package org.saccade.operators.spikepoint;

/** What a spike leaves in the membrane. */
public enum Reset {
  /** Zero. */
  HARD,
  /** What exceeded the threshold. */
  SOFT
}
