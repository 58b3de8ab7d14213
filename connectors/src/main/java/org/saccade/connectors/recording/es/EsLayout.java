package org.saccade.connectors.recording.es;

/** Numbers of the Event Stream format. */
final class EsLayout {
  static final String SIGNATURE = "Event Stream";
  static final int VERSION = 2;
  static final int KIND_OFFSET = 15;
  static final int SIZE_OFFSET = 16;
  static final int HEADER_BYTES = 20;

  /** A record of {@code dvs} and {@code atis}: time and flags, column, row. */
  static final int EVENT_BYTES = 5;

  /** A record of {@code color}: time, column, row, red, green, blue. */
  static final int COLOR_BYTES = 8;

  /** First bytes that are no record: time goes on; nothing. */
  static final int OVERFLOW = 0xFF;

  static final int RESET = 0xFE;
  static final int ATIS_OVERFLOW = 0xFC;

  static final int DVS_OVERFLOW_MICROS = 127;
  static final int ATIS_OVERFLOW_MICROS = 63;
  static final int OVERFLOW_MICROS = 254;

  private EsLayout() {}
}
