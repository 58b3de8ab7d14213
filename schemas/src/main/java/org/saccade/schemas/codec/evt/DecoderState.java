package org.saccade.schemas.codec.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The bytes of a decoder's state, as WIRE.md lays them out: a version, flags, then numbers, all
 * little-endian. What a flag says is unknown is zero, so equal states are equal bytes.
 */
final class DecoderState {
  static final byte VERSION = 1;

  private DecoderState() {}

  static ByteBuffer begin(int bytes, int flags) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN).put(VERSION).put((byte) flags);
  }

  /** Checks length, version and flags; the buffer stands behind the version. */
  static ByteBuffer open(String encoding, byte[] state, int bytes, int knownFlags) {
    if (state.length != bytes) {
      throw new IllegalArgumentException(
          encoding + " state has " + state.length + " bytes, expected " + bytes);
    }
    if (state[0] != VERSION) {
      throw new IllegalArgumentException(
          encoding + " state has version " + state[0] + ", expected " + VERSION);
    }
    if ((state[1] & ~knownFlags) != 0) {
      throw new IllegalArgumentException(
          String.format("%s state has unknown flags %02x", encoding, state[1]));
    }
    return ByteBuffer.wrap(state, 1, bytes - 1).order(ByteOrder.LITTLE_ENDIAN);
  }

  static void require(boolean condition, String encoding, String field, long value) {
    if (!condition) {
      throw new IllegalArgumentException(
          encoding + " state has an impossible " + field + "=" + value);
    }
  }
}
