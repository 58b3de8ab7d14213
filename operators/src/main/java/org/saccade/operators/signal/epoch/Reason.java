package org.saccade.operators.signal.epoch;

/** Why there is no epoch of a marker. */
public enum Reason {
  /** A sample is missing, or lies before the recording's first. */
  MISSING,
  /** The largest sample is too far from the smallest. */
  AMPLITUDE,
  /** Neighbouring samples are too far apart. */
  STEP,
  /** The largest sample is too near to the smallest. */
  FLAT,
  /** The marker came when its samples were no longer kept. */
  LATE,
  /** Too many markers were waiting already. */
  CROWDED,
  /** The recording ended first. */
  ENDED
}
