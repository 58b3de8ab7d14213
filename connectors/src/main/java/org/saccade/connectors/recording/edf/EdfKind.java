package org.saccade.connectors.recording.edf;

import org.saccade.schemas.SampleEncoding;

/** What EDF and BDF differ in. */
enum EdfKind {
  EDF("edf", 2, "EDF Annotations", SampleEncoding.INT16),
  BDF("bdf", 3, "BDF Annotations", SampleEncoding.INT24);

  private final String format;
  private final int width;
  private final String annotations;
  private final SampleEncoding encoding;

  EdfKind(String format, int width, String annotations, SampleEncoding encoding) {
    this.format = format;
    this.width = width;
    this.annotations = annotations;
    this.encoding = encoding;
  }

  String format() {
    return format;
  }

  /** Bytes a sample. */
  int width() {
    return width;
  }

  /** Label of a signal that holds texts. */
  String annotations() {
    return annotations;
  }

  SampleEncoding encoding() {
    return encoding;
  }

  /** The sample at a place of a record. */
  int sample(byte[] record, int at) {
    return width == 2
        ? record[at + 1] << 8 | record[at] & 0xff
        : record[at + 2] << 16 | (record[at + 1] & 0xff) << 8 | record[at] & 0xff;
  }
}
