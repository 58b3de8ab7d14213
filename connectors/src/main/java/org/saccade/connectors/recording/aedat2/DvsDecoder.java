package org.saccade.connectors.recording.aedat2;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

/** Addresses of a DVS128: y 14..8, x 7..1, polarity 0; bit 15 the external input. */
final class DvsDecoder extends AddressDecoder {
  private static final int EXTERNAL = 1 << 15;
  private static final int ADDRESS_BITS = 16;

  /** What turns a coordinate of 7 bits: 127 or 0. */
  private final int turnX;

  private final int turnY;
  private final int turnPolarity;

  DvsDecoder(int addressBytes, boolean mirrorX, boolean mirrorY, int onBit) {
    super(addressBytes);
    turnX = mirrorX ? 0x7F : 0;
    turnY = mirrorY ? 0x7F : 0;
    turnPolarity = 1 - onBit;
  }

  @Override
  void take(int address, long time, EventBatch events, TriggerBatch triggers) {
    if (address >>> ADDRESS_BITS != 0) {
      violations.add(Violation.UNKNOWN_WORD, 1);
    } else if ((address & EXTERNAL) != 0) {
      triggers.add(time, 0, 1);
    } else {
      int x = address >> 1 & 0x7F ^ turnX;
      int y = address >> 8 & 0x7F ^ turnY;
      add(events, time, x, y, address & 1 ^ turnPolarity);
    }
  }
}
