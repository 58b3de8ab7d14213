package org.saccade.operators.filter;

/** How a frame is turned over. */
public enum Flip {
  /** Left and right change places. */
  X,
  /** Up and down change places. */
  Y,
  /** Both: the frame is turned by half a turn. */
  BOTH
}
