package org.saccade.schemas.codec;

/**
 * Whole numbers in seven bits a byte, lowest first, the high bit set on all bytes but the last; and
 * the zigzag that makes small negative numbers short: 0, -1, 1, -2, … become 0, 1, 2, 3, …
 */
final class Varints {
  /** Most bytes of a 64-bit number. */
  static final int MAX_BYTES = 10;

  private Varints() {}

  /** Writes a number, taken as unsigned, and returns the position behind it. */
  static int write(long value, byte[] out, int offset) {
    int o = offset;
    long v = value;
    while ((v & ~0x7FL) != 0) {
      out[o++] = (byte) (v | 0x80);
      v >>>= 7;
    }
    out[o++] = (byte) v;
    return o;
  }

  static long zigzag(long v) {
    return v << 1 ^ v >> 63;
  }

  static long unzigzag(long v) {
    return v >>> 1 ^ -(v & 1);
  }
}
