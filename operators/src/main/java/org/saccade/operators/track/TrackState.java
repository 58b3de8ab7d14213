package org.saccade.operators.track;

/** Where in its life a track is. */
public enum TrackState {
  /** It was confirmed in this window. */
  BORN,
  /** It was measured in this window. */
  TRACKED,
  /** It had too few events in this window; its place is a prediction. */
  COASTED,
  /** It is over: unsupported for too long, merged into an older one, or the stream ended. */
  ENDED
}
