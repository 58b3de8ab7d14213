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
  private final DatBlock block = new DatBlock();
  private final ViolationCounts violations = new ViolationCounts();

  /** Wraps so far, microseconds. */
  private long base;

  /** 32-bit time of the record before; 0 before any. */
  private long latest;

  /** Whether {@link #base} is a time that the first record is near, not yet one of wraps. */
  private boolean adrift;

  private int lastColumn = 0xFFFF;
  private int lastRow = 0xFFFF;
  private boolean sound;

  DatDecoder(DatLayout layout) {
    this.layout = layout;
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    if (adrift && to - from >= RECORD_BYTES) {
      findBase((long) LONG.get(bytes, from) & 0xFFFFFFFFL);
    }
    return layout == DatLayout.TRIGGER
        ? decodeTriggers(bytes, from, to, triggers)
        : decodeEvents(bytes, from, to, events);
  }

  private int decodeEvents(byte[] bytes, int from, int to, EventBatch events) {
    int count = Math.min((to - from) / RECORD_BYTES, events.room());
    int first = events.size();
    sound =
        count == 0
            || layout == DatLayout.CD_V2
                && block.append(bytes, from, count, base, latest, lastColumn, lastRow, events);
    if (!sound) {
      events.size(first);
      decodeOneByOne(bytes, from, count, events);
    } else if (count > 0) {
      latest = events.t(events.size() - 1) - base;
    }
    return from + RECORD_BYTES * count;
  }

  private void decodeOneByOne(byte[] bytes, int from, int count, EventBatch events) {
    boolean old = layout == DatLayout.CD_V1;
    int n = events.size();
    long[] t = events.t();
    for (int i = from; i < from + RECORD_BYTES * count; i += RECORD_BYTES) {
      long record = (long) LONG.get(bytes, i);
      int data = (int) (record >>> 32);
      int polarity = old ? data >>> 17 & 1 : data >>> 28;
      if (polarity > 1) {
        violations.add(Violation.BAD_POLARITY, 1);
        continue;
      }
      t[n] = unwrap(record & 0xFFFFFFFFL);
      events.x()[n] = (short) (old ? data & 0x1FF : data & 0x3FFF);
      events.y()[n] = (short) (old ? data >>> 9 & 0xFF : data >>> 14 & 0x3FFF);
      events.p()[n] = (byte) polarity;
      n++;
    }
    events.size(n);
  }

  private long unwrap(long time) {
    if (latest - time > WRAP_FALL && base < MAX_BASE) {
      base += WRAP;
    }
    latest = time;
    return base + time;
  }

  /** A 32-bit time, as many wraps on as the time of the record before says. */
  static long unwrapped(long time, long before) {
    long wraps = before & -WRAP;
    return before - wraps - time > WRAP_FALL ? wraps + WRAP + time : wraps + time;
  }

  private int decodeTriggers(byte[] bytes, int from, int to, TriggerBatch triggers) {
    int end = from + RECORD_BYTES * Math.min((to - from) / RECORD_BYTES, triggers.room());
    for (int i = from; i < end; i += RECORD_BYTES) {
      long record = (long) LONG.get(bytes, i);
      int data = (int) (record >>> 32);
      triggers.add(unwrap(record & 0xFFFFFFFFL), data >>> 26, data & 1);
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
  public void frame(int width, int height) {
    lastColumn = width == 0 ? 0xFFFF : width - 1;
    lastRow = height == 0 ? 0xFFFF : height - 1;
  }

  @Override
  public boolean sound() {
    return sound;
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
