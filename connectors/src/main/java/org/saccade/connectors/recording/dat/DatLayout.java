package org.saccade.connectors.recording.dat;

/** What the 32 bits beside the time of a DAT record are. */
enum DatLayout {
  /** Version 1 events: x 8..0, y 16..9, p 17. */
  CD_V1,
  /** Version 2 events: x 13..0, y 27..14, p 31..28. */
  CD_V2,
  /** Edges of trigger inputs: value 3..0, input 31..26. */
  TRIGGER;

  /** The two bytes before the records: what they are, and that each has 8 bytes. */
  static final int TYPE_EVENT2D = 0x00;

  static final int TYPE_CD = 0x0C;
  static final int TYPE_TRIGGER = 0x0E;
}
