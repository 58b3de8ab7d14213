package org.saccade.local.driftbench;

/** What changes. */
public enum Change {
  MEAN,
  SPREAD,
  MEMORY,
  RATE;

  /** Whether the series is counts. */
  boolean counts() {
    return this == RATE;
  }
}
