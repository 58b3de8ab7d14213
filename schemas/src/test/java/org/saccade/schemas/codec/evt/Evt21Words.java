package org.saccade.schemas.codec.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** EVT2.1 words, one by one. */
final class Evt21Words {
  static final int MAX_HIGH = (1 << 28) - 1;
  static final int OFF = 0;
  static final int ON = 1;

  private Evt21Words() {}

  static long timeHigh(int high) {
    return word(0x8, (long) high << 32);
  }

  /** The event in the first column alone. */
  static long event(int low, int x, int y, int p) {
    return vector(low, x, y, p, 1);
  }

  /** An event in each column of {@code x + i} whose bit {@code i} is set. */
  static long vector(int low, int x, int y, int p, int mask) {
    return word(p, (long) low << 54 | (long) x << 43 | (long) y << 32 | mask & 0xFFFFFFFFL);
  }

  static long trigger(int low, int id, int value) {
    return word(0xA, (long) low << 54 | (long) id << 40 | (long) value << 32);
  }

  static long others(int low, int subtype, int payload) {
    return word(0xE, (long) low << 54 | (long) subtype << 32 | payload & 0xFFFFFFFFL);
  }

  static long word(int type, long bits) {
    return (long) type << 60 | bits;
  }

  /** Plain little-endian words. */
  static byte[] evt21(long... words) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      bytes.putLong(word);
    }
    return bytes.array();
  }

  /** The upper half of each word first, each half little-endian. */
  static byte[] legacy(long... words) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long word : words) {
      bytes.putInt((int) (word >>> 32)).putInt((int) word);
    }
    return bytes.array();
  }
}
