package org.saccade.schemas.codec;

/** What becomes of an event outside of the sensor's frame. */
public enum OutOfFrame {
  /** It is dropped and counted. */
  DROP,
  /** It ends the reading with an error that names the event. */
  FAIL
}
