package org.saccade.connectors.recording.aedat4;

/**
 * How much a ZSTD frame can unpack to, by the headers of the blocks that are there and not by the
 * size that it declares: a stored or a repeating block says its size, another has at most 128 KiB.
 */
final class ZstdFrame {
  private static final int MAX_BLOCK_BYTES = 1 << 17;
  private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
  private static final int[] CONTENT_BYTES = {0, 2, 4, 8};
  private static final int RLE = 1;
  private static final int COMPRESSED = 2;

  private ZstdFrame() {}

  /** Most bytes that the blocks of {@code in[from, to)} unpack to; -1 where they are no frame. */
  static long bound(byte[] in, int from, int to) {
    int flags = in[from + 4];
    boolean single = (flags & 0x20) != 0;
    int content = CONTENT_BYTES[flags >> 6 & 3];
    int i = from + 5 + DICTIONARY_BYTES[flags & 3];
    i += single ? Math.max(1, content) : 1 + content;
    long bound = 0;
    while (i <= to - 3) {
      int header = in[i] & 0xFF | (in[i + 1] & 0xFF) << 8 | (in[i + 2] & 0xFF) << 16;
      int type = header >> 1 & 3;
      int size = header >> 3;
      if (size > MAX_BLOCK_BYTES || type > COMPRESSED) {
        return -1;
      }
      bound += type == COMPRESSED ? MAX_BLOCK_BYTES : size;
      i += 3 + (type == RLE ? 1 : size);
      if ((header & 1) != 0) {
        return i <= to ? bound : -1;
      }
    }
    return -1;
  }
}
