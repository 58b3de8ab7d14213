package org.saccade.connectors.recording.aedat4;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Unpacks LZ4 frames: blocks of sequences of literals and matches, a match reaching at most 64 KiB
 * back, also into the block before. DV writes frames whose blocks depend on each other, which the
 * library that Kafka brings does not read.
 */
final class Lz4Frame {
  static final int MAGIC = 0x184D2204;
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int MIN_MATCH = 4;
  private static final int VERSION = 1;

  private Lz4Frame() {}

  /** Unpacks {@code in[from, to)}; false where that is no frame. */
  static boolean unpack(byte[] in, int from, int to, Unpacked out) {
    if (to - from < 7 || (int) INT.get(in, from) != MAGIC || in[from + 4] >> 6 != VERSION) {
      return false;
    }
    int flags = in[from + 4];
    boolean blockChecksums = (flags & 0x10) != 0;
    int i = from + 7 + ((flags & 8) != 0 ? 8 : 0) + ((flags & 1) != 0 ? 4 : 0);
    while (i <= to - 4) {
      int size = (int) INT.get(in, i);
      i += 4;
      if (size == 0) {
        return true;
      }
      boolean stored = size < 0;
      size &= Integer.MAX_VALUE;
      if (size > to - i) {
        return false;
      }
      boolean good = stored ? out.append(in, i, size) : block(in, i, i + size, out);
      if (!good) {
        return false;
      }
      i += size + (blockChecksums ? 4 : 0);
    }
    return false;
  }

  private static boolean block(byte[] in, int from, int to, Unpacked out) {
    int i = from;
    while (i < to) {
      int token = in[i++] & 0xFF;
      int literals = token >> 4;
      if (literals == 15) {
        int b;
        do {
          if (i >= to || literals > Unpacked.MAX_BYTES) {
            return false;
          }
          b = in[i++] & 0xFF;
          literals += b;
        } while (b == 255);
      }
      if (literals > to - i || !out.append(in, i, literals)) {
        return false;
      }
      i += literals;
      if (i == to) {
        return true;
      }
      if (to - i < 2) {
        return false;
      }
      int distance = in[i] & 0xFF | (in[i + 1] & 0xFF) << 8;
      i += 2;
      int match = (token & 15) + MIN_MATCH;
      if (match == 15 + MIN_MATCH) {
        int b;
        do {
          if (i >= to || match > Unpacked.MAX_BYTES) {
            return false;
          }
          b = in[i++] & 0xFF;
          match += b;
        } while (b == 255);
      }
      if (!out.repeat(distance, match)) {
        return false;
      }
    }
    return true;
  }
}
