package org.saccade.connectors.recording.aedat4;

/** How packets are compressed, and what a packet of it begins with. */
enum Compression {
  NONE,
  LZ4,
  ZSTD;

  /** Bytes of a packet that are looked at. */
  static final int SIGNATURE_BYTES = 12;

  private static final int ZSTD_MAGIC = 0xFD2FB528;

  /** By the number in the header: 0 none, 1 and 2 LZ4, 3 and 4 ZSTD; null: unknown. */
  static Compression of(int number) {
    return switch (number) {
      case 0 -> NONE;
      case 1, 2 -> LZ4;
      case 3, 4 -> ZSTD;
      default -> null;
    };
  }

  /** The number in the header that it is written with. */
  int number() {
    return switch (this) {
      case NONE -> 0;
      case LZ4 -> 1;
      case ZSTD -> 3;
    };
  }

  /** Whether a packet of {@code size} bytes can begin so. */
  boolean begins(byte[] bytes, int at, int size) {
    int first = FlatTable.int32(bytes, at);
    return switch (this) {
      case NONE -> first == size - 4 && Kind.at(bytes, at + 8, at + 12) != null;
      case LZ4 -> first == Lz4Frame.MAGIC;
      case ZSTD -> first == ZSTD_MAGIC;
    };
  }
}
