package org.saccade.connectors.recording.aedat2;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

/**
 * Addresses of a DAVIS: y 30..22, x 21..12, polarity 11; bit 10 the external input, bit 31 samples
 * of pixels and of the inertial unit.
 */
final class DavisDecoder extends AddressDecoder {
  private static final int EXTERNAL = 1 << 10;

  /** A coordinate c is turned to {@code last - c} where this is not negative. */
  private final int lastX;

  private final int lastY;
  private final int turnPolarity;

  /**
   * @param width columns, at least 1
   * @param height rows, at least 1
   */
  DavisDecoder(int width, int height, boolean mirrorX, boolean mirrorY, int onBit) {
    super(4);
    lastX = mirrorX ? width - 1 : -1;
    lastY = mirrorY ? height - 1 : -1;
    turnPolarity = 1 - onBit;
  }

  @Override
  void take(int address, long time, EventBatch events, TriggerBatch triggers) {
    if (address < 0) {
      violations.add(Violation.NOT_READ, 1);
    } else if ((address & EXTERNAL) != 0) {
      triggers.add(time, 0, 1);
    } else {
      int x = address >> 12 & 0x3FF;
      int y = address >> 22;
      // What is beyond the last turns negative, which is out of any frame.
      x = lastX < 0 ? x : lastX - x;
      y = lastY < 0 ? y : lastY - y;
      add(events, time, x, y, address >> 11 & 1 ^ turnPolarity);
    }
  }
}
