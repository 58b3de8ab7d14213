package org.saccade.schemas.codec;

/** What can be wrong with a stream of events. None of them stops a stream that can be read on. */
public enum Violation {
  /** An event before the first time base (EVT2 and EVT3 TIME_HIGH): dropped. */
  BEFORE_TIME_BASE("events before the first time base, dropped"),
  /** Time went back by less than a wrap; what becomes of the event is a policy. */
  TIME_BACKWARD("events earlier than the one before"),
  /** x or y outside of the frame; what becomes of the event is a policy. */
  OUT_OF_FRAME("events outside of the frame"),
  /** A word of an unknown type: passed over. */
  UNKNOWN_WORD("unknown words, passed over"),
  /** An event before any row was given (EVT3 ADDR_Y): dropped. */
  MISSING_ROW("events before the first row, dropped"),
  /** A vector before its base was given (EVT3 VECT_BASE_X): dropped. */
  MISSING_BASE("vectors before their base, dropped"),
  /** A value that is neither ON nor OFF: dropped. */
  BAD_POLARITY("events with an impossible polarity, dropped"),
  /** A line of text that is not an event: passed over. */
  BAD_LINE("lines that are not events, passed over"),
  /** An event that the recording itself marks as invalid, or that is none: dropped. */
  INVALID_EVENT("events marked invalid or impossible, dropped"),
  /** The sensor's clock was set back to 0: times start again. */
  CLOCK_RESET("resets of the sensor's clock"),
  /** A packet that cannot be: passed over, up to the next one that can. */
  BAD_PACKET("packets that cannot be, passed over up to the next that can"),
  /** A packet, or what it unpacks to, that is larger than a reader may hold: passed over. */
  TOO_LARGE("packets larger than a reader may hold, passed over"),
  /** A packet of another camera than the one that is read: left out. */
  OTHER_CAMERA("packets of other cameras, left out"),
  /** The recording ends inside a packet: the events of it that are whole were kept. */
  CUT_PACKET("packets cut by the end of the recording"),
  /** A record or packet of a kind that holds no events, or none that are read: passed over. */
  NOT_READ("records or packets of other kinds, not read"),
  /** A header line that the format asks for is not there: its value was inferred. */
  MISSING_HEADER("header lines missing, inferred"),
  /** The recording ends inside a word: its last bytes were dropped. */
  TRUNCATED_TAIL("bytes of a cut last word, dropped"),
  /** A sample comes sooner or later than the rate says: a hole, or another rate. */
  UNEVEN_TIME("samples spaced otherwise than the rate says");

  private final String description;

  Violation(String description) {
    this.description = description;
  }

  /** What it is and what was done, in the plural. */
  public String description() {
    return description;
  }
}
