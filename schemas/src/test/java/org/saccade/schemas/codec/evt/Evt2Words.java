package org.saccade.schemas.codec.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** EVT2 words, one by one. */
final class Evt2Words {
  static final int MAX_HIGH = (1 << 28) - 1;

  private Evt2Words() {}

  static int timeHigh(int high) {
    return 0x8 << 28 | high;
  }

  static int off(int low, int x, int y) {
    return low << 22 | x << 11 | y;
  }

  static int on(int low, int x, int y) {
    return 0x1 << 28 | off(low, x, y);
  }

  static int trigger(int low, int id, int value) {
    return 0xA << 28 | low << 22 | id << 8 | value;
  }

  static int imu() {
    return 0xD << 28;
  }

  static int other(int subtype) {
    return 0xE << 28 | subtype;
  }

  static int continued(int payload) {
    return 0xF << 28 | payload;
  }

  static int word(int type, int bits) {
    return type << 28 | bits;
  }

  static byte[] evt2(int... words) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int word : words) {
      bytes.putInt(word);
    }
    return bytes.array();
  }
}
