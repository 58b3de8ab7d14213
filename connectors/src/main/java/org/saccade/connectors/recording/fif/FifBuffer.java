package org.saccade.connectors.recording.fif;

import java.nio.ByteBuffer;

/**
 * One data buffer of a file.
 *
 * @param file number among the files of the recording
 * @param position of its first byte
 * @param type of a sample
 * @param first number of its first sample in the recording
 * @param samples of each channel
 */
record FifBuffer(int file, long position, Type type, long first, int samples) {
  /** Types of samples, by their number in a tag. */
  enum Type {
    INT16(2),
    INT32(4),
    FLOAT32(4),
    FLOAT64(8);

    private final int width;

    Type(int width) {
      this.width = width;
    }

    /** The type with a number; null: none of samples. */
    static Type of(int number) {
      return switch (number) {
        case 2, 16 -> INT16;
        case 3 -> INT32;
        case 4 -> FLOAT32;
        case 5 -> FLOAT64;
        default -> null;
      };
    }

    /** Bytes a sample. */
    int width() {
      return width;
    }

    double sample(ByteBuffer from, int at) {
      return switch (this) {
        case INT16 -> from.getShort(at);
        case INT32 -> from.getInt(at);
        case FLOAT32 -> from.getFloat(at);
        case FLOAT64 -> from.getDouble(at);
      };
    }
  }
}
