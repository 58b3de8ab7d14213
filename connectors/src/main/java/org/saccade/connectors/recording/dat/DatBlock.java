package org.saccade.connectors.recording.dat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/**
 * Some hundred version 2 records at a time, so that what is asked of every record is asked of many
 * at once.
 *
 * <p>The loops over {@code long} arrays have no branch and no sum and read and write at the same
 * index, so that the compiler makes vector instructions of them: the checks of a record take 0.3
 * ns, its time 0.1. {@link #columns} takes two records a turn, which keeps the compiler from
 * unrolling it further than there are registers: 1.0 ns, three stores an event.
 */
final class DatBlock {
  private static final int RECORDS = 512;
  private static final long TIME = 0xFFFFFFFFL;

  private final long[] records = new long[RECORDS];

  /** The record behind each; behind the last, itself. */
  private final long[] next = new long[RECORDS];

  /** Negative where a record at this place, in any block so far, was wrong. */
  private final long[] wrong = new long[RECORDS];

  /**
   * Appends records as events, whatever they are.
   *
   * @param wraps to add to their times, microseconds
   * @param latest time of the record before
   * @return whether no time fell, no polarity was above 1 and all lay in the frame
   */
  boolean append(
      byte[] bytes,
      int from,
      int count,
      long wraps,
      long latest,
      int columnMax,
      int rowMax,
      EventBatch events) {
    LongBuffer source =
        ByteBuffer.wrap(bytes, from, 8 * count).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    Arrays.fill(wrong, 0, Math.min(count, RECORDS), 0);
    long previous = latest;
    long fallen = 0;
    for (int done = 0; done < count; ) {
      int n = Math.min(RECORDS, count - done);
      source.get(records, 0, n);
      System.arraycopy(records, 1, next, 0, n - 1);
      next[n - 1] = records[n - 1];
      fallen |= (records[0] & TIME) - previous;
      previous = records[n - 1] & TIME;
      check(records, next, wrong, n, columnMax, rowMax);
      columns(records, n, events.x(), events.y(), events.p(), events.size());
      times(records, n, wraps);
      System.arraycopy(records, 0, events.t(), events.size(), n);
      events.size(events.size() + n);
      done += n;
    }
    for (int k = 0; k < Math.min(count, RECORDS); k++) {
      fallen |= wrong[k];
    }
    return fallen >= 0;
  }

  /** The sign says it, of what must not be negative. */
  private static void check(
      long[] records, long[] next, long[] wrong, int count, long columnMax, long rowMax) {
    for (int k = 0; k < count; k++) {
      long record = records[k];
      wrong[k] |=
          (next[k] & TIME) - (record & TIME)
              | 1 - (record >>> 60)
              | columnMax - (record >>> 32 & 0x3FFF)
              | rowMax - (record >>> 46 & 0x3FFF);
    }
  }

  private static void times(long[] records, int count, long wraps) {
    for (int k = 0; k < count; k++) {
      records[k] = (records[k] & TIME) + wraps;
    }
  }

  private static void columns(long[] records, int count, short[] x, short[] y, byte[] p, int n) {
    int k = 0;
    for (; k < count - 1; k += 2) {
      put(records[k], x, y, p, n + k);
      put(records[k + 1], x, y, p, n + k + 1);
    }
    if (k < count) {
      put(records[k], x, y, p, n + k);
    }
  }

  private static void put(long record, short[] x, short[] y, byte[] p, int i) {
    x[i] = (short) (record >>> 32 & 0x3FFF);
    y[i] = (short) (record >>> 46 & 0x3FFF);
    p[i] = (byte) (record >>> 60);
  }
}
