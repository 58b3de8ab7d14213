package org.saccade.operators.corner;

/** What makes the pixels around an event a corner's. */
public enum Corners {
  /** Arc*: the length of the newest arc, or of what it leaves of the circle. */
  ARC,
  /** eFAST: an arc of so many pixels, each newer than all others of the circle. */
  FAST
}
