package org.saccade.connectors.replay;

/** Which Unix time the packets give for sensor time 0. */
public enum ReplayEpoch {
  /** The recording's own, where it says one. */
  ORIGINAL,
  /** As if the first event happened when its packet is sent. */
  NOW
}
