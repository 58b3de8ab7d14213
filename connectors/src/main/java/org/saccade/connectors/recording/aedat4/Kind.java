package org.saccade.connectors.recording.aedat4;

/** Kinds of packets by the four letters of their flatbuffers. */
enum Kind {
  EVTS,
  TRIG,
  IMUS,
  FRME,
  /** Any other four letters: not read. */
  OTHER;

  /** Null where the letters are none. */
  static Kind of(String identifier) {
    if (!identifier.matches("[A-Z0-9]{4}")) {
      return null;
    }
    for (Kind kind : values()) {
      if (kind.name().equals(identifier)) {
        return kind;
      }
    }
    return OTHER;
  }

  boolean isOther() {
    return this == IMUS || this == FRME;
  }
}
