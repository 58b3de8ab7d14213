package org.saccade.connectors.recording.aedat4;

import com.github.luben.zstd.ZstdDecompressCtx;
import com.github.luben.zstd.ZstdException;
import java.lang.ref.Cleaner;
import java.util.Arrays;

/** What a packet unpacks to: an array that grows with what is there, at most 128 MiB. */
final class Unpacked {
  static final int MAX_BYTES = 1 << 27;
  private static final Cleaner CLEANER = Cleaner.create();
  private static final int FIRST_BYTES = 1 << 12;

  private byte[] bytes = new byte[FIRST_BYTES];
  private int size;
  private boolean tooLarge;
  private ZstdDecompressCtx zstd;

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

  /** Made when it is first needed; what it holds outside of the heap goes with this object. */
  private ZstdDecompressCtx zstd() {
    if (zstd == null) {
      zstd = new ZstdDecompressCtx();
      CLEANER.register(this, zstd::close);
    }
    return zstd;
  }

  private boolean zstd(byte[] in, int from, int to) {
    long bound = ZstdFrame.bound(in, from, to);
    tooLarge = bound > MAX_BYTES;
    if (bound < 0 || tooLarge) {
      return false;
    }
    if (bytes.length < bound) {
      bytes = new byte[(int) bound];
    }
    try {
      size = zstd().decompressByteArray(bytes, 0, bytes.length, in, from, to - from);
      return true;
    } catch (ZstdException e) {
      return false;
    }
  }
}
