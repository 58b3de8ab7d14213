package org.saccade.connectors.recording.dat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How much bytes look like DAT records, where no header says it. */
final class DatPlausibility {
  private static final int MIN_RECORDS = 4;
  private static final int MIN_PERCENT = 90;
  private static final int MAX_COLUMNS = 2048;
  private static final long MAX_STEP = 60_000_000;
  private static final int V1_BITS = 18;

  private DatPlausibility() {}

  /**
   * @param from position of the first record
   * @return 0: not DAT records, up to 70: every one has a polarity, a place on a sensor and a time
   *     not before the last and at most a minute behind
   */
  static int certainty(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int records = 0;
    int good = 0;
    long previous = -1;
    for (int i = from; i + 8 <= bytes.length; i += 8) {
      long t = in.getInt(i) & 0xFFFFFFFFL;
      int data = in.getInt(i + 4);
      boolean ascends = previous < 0 || (t - previous & 0xFFFFFFFFL) <= MAX_STEP;
      boolean inside = (data & 0x3FFF) < MAX_COLUMNS && (data >>> 14 & 0x3FFF) < MAX_COLUMNS;
      good += ascends && inside && data >>> 28 <= 1 ? 1 : 0;
      previous = t;
      records++;
    }
    int percent = records < MIN_RECORDS ? 0 : 100 * good / records;
    return percent < MIN_PERCENT ? 0 : percent * 70 / 100;
  }

  /** Whether the records are of version 1: none has a bit above the 18 of x, y and p. */
  static boolean isVersion1(byte[] bytes, int from) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int all = 0;
    for (int i = from; i + 8 <= bytes.length; i += 8) {
      all |= in.getInt(i + 4);
    }
    return all != 0 && all >>> V1_BITS == 0 && bytes.length - from >= 8 * MIN_RECORDS;
  }
}
