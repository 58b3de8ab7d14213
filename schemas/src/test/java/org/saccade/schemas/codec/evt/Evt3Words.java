package org.saccade.schemas.codec.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** EVT3 words, one by one. */
final class Evt3Words {
  static final int ON = 1;
  static final int OFF = 0;

  private Evt3Words() {}

  static int addrY(int y) {
    return y;
  }

  static int addrX(int x, int polarity) {
    return 0x2 << 12 | polarity << 11 | x;
  }

  static int vectBaseX(int x, int polarity) {
    return 0x3 << 12 | polarity << 11 | x;
  }

  static int vect12(int mask) {
    return 0x4 << 12 | mask;
  }

  static int vect8(int mask) {
    return 0x5 << 12 | mask;
  }

  static int timeLow(int low) {
    return 0x6 << 12 | low;
  }

  static int timeHigh(int high) {
    return 0x8 << 12 | high;
  }

  static int trigger(int id, int value) {
    return 0xA << 12 | id << 8 | value;
  }

  static int continued4(int bits) {
    return 0x7 << 12 | bits;
  }

  static int others(int subtype) {
    return 0xE << 12 | subtype;
  }

  static int continued12(int bits) {
    return 0xF << 12 | bits;
  }

  static int word(int bits) {
    return bits;
  }

  static byte[] evt3(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putShort((short) word);
    }
    return bytes.array();
  }
}
