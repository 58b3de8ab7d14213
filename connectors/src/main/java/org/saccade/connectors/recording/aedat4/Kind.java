package org.saccade.connectors.recording.aedat4;

import java.nio.charset.StandardCharsets;

/** Kinds of packets by the four letters of their flatbuffers. */
enum Kind {
  EVTS,
  TRIG,
  IMUS,
  FRME,
  /** Any other four letters: not read. */
  OTHER;

  private static final Kind[] ALL = values();

  /** By the letters at a position; null where they are no capital letters or digits. */
  static Kind at(byte[] bytes, int at, int end) {
    if (at > end - 4) {
      return null;
    }
    for (int i = at; i < at + 4; i++) {
      if (!(bytes[i] >= 'A' && bytes[i] <= 'Z' || bytes[i] >= '0' && bytes[i] <= '9')) {
        return null;
      }
    }
    for (Kind kind : ALL) {
      if (kind.isAt(bytes, at)) {
        return kind;
      }
    }
    return OTHER;
  }

  /** By the letters themselves; null where they are none. */
  static Kind of(String letters) {
    byte[] bytes = letters.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length == 4 ? at(bytes, 0, 4) : null;
  }

  private boolean isAt(byte[] bytes, int at) {
    String name = name();
    return name.length() == 4
        && bytes[at] == name.charAt(0)
        && bytes[at + 1] == name.charAt(1)
        && bytes[at + 2] == name.charAt(2)
        && bytes[at + 3] == name.charAt(3);
  }

  /** What its packets hold, as {@code cat --items} has it; null: nothing that is read. */
  String items() {
    return switch (this) {
      case EVTS -> "events";
      case TRIG -> "triggers";
      case IMUS -> "imu";
      case FRME -> "frames";
      case OTHER -> null;
    };
  }

  boolean isOther() {
    return this == IMUS || this == FRME;
  }
}
