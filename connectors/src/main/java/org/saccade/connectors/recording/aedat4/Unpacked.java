package org.saccade.connectors.recording.aedat4;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/** What a packet unpacks to: an array that grows with what is there, at most 128 MiB. */
final class Unpacked {
  static final int MAX_BYTES = 1 << 27;
  private static final int FIRST_BYTES = 1 << 12;
  private static final int GROWTH = 4;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;
  private boolean tooLarge;

  byte[] bytes() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Whether the last packet was refused for its size. */
  boolean isTooLarge() {
    return tooLarge;
  }

  /** Unpacks a packet's bytes; false where they are none or too many. */
  boolean unpack(Compression compression, byte[] in, int from, int to) {
    size = 0;
    tooLarge = false;
    return switch (compression) {
      case NONE -> append(in, from, to - from);
      case LZ4 -> Lz4Frame.unpack(in, from, to, this);
      case ZSTD -> zstd(in, from, to);
    };
  }

  private boolean room(int more) {
    if (more > MAX_BYTES - size) {
      tooLarge = true;
      return false;
    }
    if (size + more > bytes.length) {
      int wanted = (int) Math.min(MAX_BYTES, 2L * bytes.length);
      bytes = Arrays.copyOf(bytes, Math.max(size + more, wanted));
    }
    return true;
  }

  boolean append(byte[] in, int from, int n) {
    if (!room(n)) {
      return false;
    }
    System.arraycopy(in, from, bytes, size, n);
    size += n;
    return true;
  }

  /** Appends {@code n} bytes that begin so far back; they may overlap what they make. */
  boolean repeat(int distance, int n) {
    if (distance == 0 || distance > size || !room(n)) {
      return false;
    }
    int at = size;
    size += n;
    if (distance >= n) {
      System.arraycopy(bytes, at - distance, bytes, at, n);
    } else {
      for (; at < size; at++) {
        bytes[at] = bytes[at - distance];
      }
    }
    return true;
  }

  /** By the array at hand, then larger ones while the frame fills them: never by its word alone. */
  private boolean zstd(byte[] in, int from, int to) {
    while (true) {
      try {
        size = (int) Zstd.decompressByteArray(bytes, 0, bytes.length, in, from, to - from);
        return true;
      } catch (ZstdException e) {
        if (e.getErrorCode() != Zstd.errDstSizeTooSmall()) {
          return false;
        }
      }
      if (bytes.length == MAX_BYTES) {
        tooLarge = true;
        return false;
      }
      bytes = new byte[(int) Math.min(MAX_BYTES, (long) GROWTH * bytes.length)];
    }
  }
}
