package org.saccade.schemas.codec;

/** What becomes of an event that is earlier than the one before it in the stream. */
public enum BackwardTime {
  /** It stays as it is: the stream says what the sensor said. */
  PASS,
  /** It takes the time of the latest event before it. */
  CLAMP,
  /** It is dropped. */
  DROP
}
