package org.saccade.operators.filter;

/** What becomes of an event by its polarity. */
public enum Polarity {
  /** ON events are kept. */
  KEEP_ON,
  /** OFF events are kept. */
  KEEP_OFF,
  /** ON becomes OFF and OFF becomes ON. */
  INVERT
}
