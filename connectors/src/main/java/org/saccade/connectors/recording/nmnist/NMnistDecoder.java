package org.saccade.connectors.recording.nmnist;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * N-MNIST records of 40 bits. A record with y = 240 is no event: it adds 8192 µs to the times of
 * all that follow.
 */
final class NMnistDecoder implements EventDecoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  static final int RECORD_BYTES = 5;
  static final int OVERFLOW_ROW = 240;
  static final int OVERFLOW_MICROS = 1 << 13;
  static final int MAX_TIME = (1 << 23) - 1;

  /** Overflows are counted up to here, so that no input overflows a time. */
  private static final long MAX_OVERFLOW = 1L << 60;

  private final ViolationCounts violations = new ViolationCounts();
  private long overflow;

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int n = events.size();
    int limit = events.capacity();
    int end = from + (to - from) / RECORD_BYTES * RECORD_BYTES;
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    long added = overflow;
    int i = from;
    while (i < end && n < limit) {
      // As many records as events fit: none of these has to look at the room.
      int stop = (int) Math.min(end, i + (long) RECORD_BYTES * (limit - n));
      for (; i < stop; i += RECORD_BYTES) {
        int word = (int) INT.get(bytes, i + 1);
        int row = word >>> 24;
        if (row == OVERFLOW_ROW) {
          added = Math.min(MAX_OVERFLOW, added + OVERFLOW_MICROS);
          continue;
        }
        t[n] = added + (word & MAX_TIME);
        x[n] = (short) (bytes[i] & 0xFF);
        y[n] = (short) row;
        p[n] = (byte) (word >>> 23 & 1);
        n++;
      }
    }
    overflow = added;
    events.size(n);
    return i;
  }

  @Override
  public int maxUnitBytes() {
    return RECORD_BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** Microseconds that overflow records have added. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(Long.BYTES).putLong(overflow).array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != Long.BYTES) {
      throw new IllegalArgumentException(
          "N-MNIST state has " + state.length + " bytes, expected " + Long.BYTES);
    }
    long added = ByteBuffer.wrap(state).getLong();
    if (added < 0 || added > MAX_OVERFLOW || added % OVERFLOW_MICROS != 0) {
      throw new IllegalArgumentException("N-MNIST state has an impossible overflow=" + added);
    }
    overflow = added;
  }

  /** A recording is one run of at most 8.4 s; behind a break its overflows cannot be told. */
  @Override
  public void reset(long nearMicros) {
    overflow = 0;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}
