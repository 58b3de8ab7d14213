package org.saccade.operators.slice;

/** What ended a slice. */
public enum SliceEnd {
  /** Its time is over. */
  TIME,
  /** It has its count of events. */
  COUNT,
  /** The session, or the run of its clock, ended. */
  SESSION
}
