package org.saccade.operators.signal.watch;

/** What can be wrong with a channel, or with all of them. */
public enum Condition {
  FLAT,
  RAILED,
  NOISY,
  GAIN
}
