package org.saccade.connectors.recording.brainvision;

import java.nio.ByteBuffer;
import org.saccade.schemas.SampleEncoding;

/** How a sample is stored. */
enum BinaryFormat {
  INT_16(2, SampleEncoding.INT16),
  UINT_16(2, SampleEncoding.INT32),
  INT_32(4, SampleEncoding.INT32),
  IEEE_FLOAT_32(4, SampleEncoding.FLOAT32);

  private final int width;
  private final SampleEncoding encoding;

  BinaryFormat(int width, SampleEncoding encoding) {
    this.width = width;
    this.encoding = encoding;
  }

  /** Bytes a sample. */
  int width() {
    return width;
  }

  SampleEncoding encoding() {
    return encoding;
  }

  double sample(ByteBuffer from, int at) {
    return switch (this) {
      case INT_16 -> from.getShort(at);
      case UINT_16 -> from.getShort(at) & 0xffff;
      case INT_32 -> from.getInt(at);
      case IEEE_FLOAT_32 -> from.getFloat(at);
    };
  }
}
