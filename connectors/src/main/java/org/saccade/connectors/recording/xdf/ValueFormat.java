package org.saccade.connectors.recording.xdf;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.saccade.schemas.SampleEncoding;

/** How a stream's values are stored, little-endian. */
enum ValueFormat {
  INT8(1, SampleEncoding.INT16),
  INT16(2, SampleEncoding.INT16),
  INT32(4, SampleEncoding.INT32),
  INT64(8, SampleEncoding.FLOAT64),
  FLOAT32(4, SampleEncoding.FLOAT32),
  DOUBLE64(8, SampleEncoding.FLOAT64),
  STRING(1, SampleEncoding.FLOAT64);

  private final int width;
  private final SampleEncoding encoding;

  ValueFormat(int width, SampleEncoding encoding) {
    this.width = width;
    this.encoding = encoding;
  }

  /** By its name in a stream header. */
  static Optional<ValueFormat> named(String name) {
    for (ValueFormat format : values()) {
      if (format.name().equals(name.strip().toUpperCase(Locale.ROOT))) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Bytes of a value; of a text the least. */
  int width() {
    return width;
  }

  /** The smallest encoding of packets that holds the values. */
  SampleEncoding encoding() {
    return encoding;
  }

  /** The next value; a whole number of 64 bits is rounded to 53. */
  double read(XdfInput in) throws IOException {
    return switch (this) {
      case INT8 -> (byte) in.unsigned(1);
      case INT16 -> (short) in.unsigned(2);
      case INT32 -> (int) in.unsigned(4);
      case INT64 -> in.unsigned(8);
      case FLOAT32 -> Float.intBitsToFloat((int) in.unsigned(4));
      case DOUBLE64 -> Double.longBitsToDouble(in.unsigned(8));
      case STRING -> throw new IllegalStateException("a text is no number");
    };
  }

  /** The next value as text. */
  String text(XdfInput in) throws IOException {
    return switch (this) {
      case STRING -> in.text(in.length());
      case FLOAT32 -> Float.toString(Float.intBitsToFloat((int) in.unsigned(4)));
      case DOUBLE64 -> Double.toString(Double.longBitsToDouble(in.unsigned(8)));
      case INT64 -> Long.toString(in.unsigned(8));
      default -> Long.toString((long) read(in));
    };
  }

  /** Passes over the values of one sample. */
  void skip(XdfInput in, int channels) throws IOException {
    if (this != STRING) {
      in.skip((long) channels * width);
      return;
    }
    for (int c = 0; c < channels; c++) {
      in.skip(in.length());
    }
  }
}
