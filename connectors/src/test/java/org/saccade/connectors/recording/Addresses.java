package org.saccade.connectors.recording;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/** Builds AEDAT 1 and 2 recordings: lines, then records of an address and a time. */
final class Addresses {
  private Addresses() {}

  /** Address of a DVS128 event; y counts from below, p 1 is ON by iniVation's page. */
  static int dvs128(int x, int y, int p) {
    return y << 8 | x << 1 | p;
  }

  /** Address of a DAVIS event; y counts from below. */
  static int davis(int x, int y, int p) {
    return y << 22 | x << 12 | p << 11;
  }

  static byte[] aedat1(EventBatch events) {
    return recording("#!AER-DAT1.0\r\n# a DVS128\r\n", events, true, 128);
  }

  static byte[] aedat2(EventBatch events) {
    return recording("#!AER-DAT2.0\r\n# Timestamps tick is 1 us\r\n", events, false, 128);
  }

  static byte[] davis346(EventBatch events) {
    String lines = "#!AER-DAT2.0\r\n# AEChip: eu.seebetter.ini.chips.davis.Davis346B\r\n";
    return recording(lines, events, false, 260);
  }

  private static byte[] recording(String lines, EventBatch events, boolean short16, int rows) {
    byte[] header = lines.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ByteBuffer.allocate(header.length + 8 * events.size()).put(header);
    for (int i = 0; i < events.size(); i++) {
      int y = rows - 1 - events.y(i);
      int address =
          rows == 128 ? dvs128(events.x(i), y, events.p(i)) : davis(events.x(i), y, events.p(i));
      if (short16) {
        out.putShort((short) address);
      } else {
        out.putInt(address);
      }
      out.putInt((int) events.t(i));
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** Lines and then address, time, address, time, … of 32 bits. */
  static byte[] aedat2(String lines, int... addressesAndTimes) {
    byte[] header = lines.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out = ByteBuffer.allocate(header.length + 4 * addressesAndTimes.length).put(header);
    for (int word : addressesAndTimes) {
      out.putInt(word);
    }
    return out.array();
  }
}
