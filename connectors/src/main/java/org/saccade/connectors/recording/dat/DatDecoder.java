package org.saccade.connectors.recording.dat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * DAT records: 32 bits of time and 32 of data, little-endian.
 *
 * <p>A time that falls by more than 2^31 µs below that of the record before has wrapped: 2^32 µs
 * are added to it and to all that follow. A smaller fall stays one. Records with a polarity above 1
 * are dropped, and their times do not count.
 */
final class DatDecoder implements EventDecoder {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  static final int RECORD_BYTES = 8;
  private static final int STATE_BYTES = 17;
  private static final long WRAP = 1L << 32;
  private static final long WRAP_FALL = 1L << 31;

  /** Loops are counted up to here, so that no input overflows a time. */
  private static final long MAX_BASE = 1L << 60;

  private final DatLayout layout;
  private final ViolationCounts violations = new ViolationCounts();

  /** Wraps so far, microseconds. */
  private long base;

  /** 32-bit time of the record before; 0 before any. */
  private long latest;

  /** Whether {@link #base} is a time that the first record is near, not yet one of wraps. */
  private boolean adrift;

  DatDecoder(DatLayout layout) {
    this.layout = layout;
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    if (adrift && to - from >= RECORD_BYTES) {
      findBase((long) LONG.get(bytes, from) & 0xFFFFFFFFL);
    }
    switch (layout) {
      case CD_V1:
        return decodeEvents(bytes, from, to, events, 9, 0x1FF, 0xFF, 17, 1);
      case CD_V2:
        return decodeEvents(bytes, from, to, events, 14, 0x3FFF, 0x3FFF, 28, 0xF);
      default:
        return decodeTriggers(bytes, from, to, triggers);
    }
  }

  private int decodeEvents(
      byte[] bytes,
      int from,
      int to,
      EventBatch events,
      int yShift,
      int xMask,
      int yMask,
      int pShift,
      int pMask) {
    int n = events.size();
    int end = from + RECORD_BYTES * Math.min((to - from) / RECORD_BYTES, events.room());
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    long previous = latest;
    long wraps = base;
    int bad = 0;
    for (int i = from; i < end; i += RECORD_BYTES) {
      long record = (long) LONG.get(bytes, i);
      int data = (int) (record >>> 32);
      int polarity = data >>> pShift & pMask;
      if (polarity > 1) {
        bad++;
        continue;
      }
      long time = record & 0xFFFFFFFFL;
      if (previous - time > WRAP_FALL && wraps < MAX_BASE) {
        wraps += WRAP;
      }
      previous = time;
      t[n] = wraps + time;
      x[n] = (short) (data & xMask);
      y[n] = (short) (data >>> yShift & yMask);
      p[n] = (byte) polarity;
      n++;
    }
    latest = previous;
    base = wraps;
    events.size(n);
    violations.add(Violation.BAD_POLARITY, bad);
    return end;
  }

  private int decodeTriggers(byte[] bytes, int from, int to, TriggerBatch triggers) {
    int end = from + RECORD_BYTES * Math.min((to - from) / RECORD_BYTES, triggers.room());
    for (int i = from; i < end; i += RECORD_BYTES) {
      long record = (long) LONG.get(bytes, i);
      int data = (int) (record >>> 32);
      long time = record & 0xFFFFFFFFL;
      if (latest - time > WRAP_FALL && base < MAX_BASE) {
        base += WRAP;
      }
      latest = time;
      triggers.add(base + time, data >>> 26, data & 1);
    }
    return end;
  }

  private void findBase(long time) {
    long wanted = Math.max(0, Math.min(MAX_BASE, base));
    base = Math.max(0, wanted - time + WRAP_FALL >> 32) << 32;
    latest = time;
    adrift = false;
  }

  @Override
  public int maxUnitBytes() {
    return RECORD_BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** Whether adrift, wraps in microseconds, latest 32-bit time. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES)
        .put((byte) (adrift ? 1 : 0))
        .putLong(base)
        .putLong(latest)
        .array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "DAT state has " + state.length + " bytes, expected " + STATE_BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    byte flag = in.get();
    long newBase = in.getLong();
    long newLatest = in.getLong();
    boolean wraps = newBase >= 0 && newBase <= MAX_BASE && (newBase & WRAP - 1) == 0;
    if (flag < 0 || flag > 1 || flag == 0 && !wraps || newLatest < 0 || newLatest >= WRAP) {
      throw new IllegalArgumentException(
          "DAT state has an impossible flag=" + flag + " base=" + newBase + " time=" + newLatest);
    }
    adrift = flag == 1;
    base = newBase;
    latest = newLatest;
  }

  @Override
  public void reset(long nearMicros) {
    adrift = true;
    base = nearMicros;
    latest = 0;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}
