package org.saccade.schemas.codec.evt;

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
 * EVT2.1: 64-bit words, up to 32 events of one time, row and polarity a word.
 *
 * <p>The upper half of a word is one of EVT2, its column the first of 32; the lower half has a bit
 * for each of them. Time is that of {@link Evt2Decoder}, and so is the state. Events and triggers
 * before the first TIME_HIGH are dropped and counted.
 */
public final class Evt21Decoder implements EventDecoder {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final WrappingTime TIME = WrappingTime.EVT2;
  static final int COLUMNS = 32;

  private static final int TIME_HIGH = Evt2Decoder.TIME_HIGH;
  private static final int TRIGGER = Evt2Decoder.TRIGGER;
  private static final int OTHERS = 0xE;

  private final ViolationCounts violations = new ViolationCounts();
  private final int turn;
  private final String encoding;
  private boolean timed;

  /** Time base; before the first TIME_HIGH, the time that it should be near. */
  private long base;

  private long shift;

  public Evt21Decoder(WordOrder order) {
    turn = order.turn;
    encoding = order == WordOrder.LEGACY ? "EVT21_LEGACY" : "EVT21";
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int end = from + ((to - from) & -Long.BYTES);
    int i = timed ? from : seekTimeHigh(bytes, from, end);
    int limit = events.capacity() - COLUMNS;
    long[] t = events.t();
    short[] xs = events.x();
    short[] ys = events.y();
    byte[] ps = events.p();
    int n = events.size();
    long time = base;
    int unknown = 0;
    for (; i < end && n <= limit; i += Long.BYTES) {
      long word = Long.rotateLeft((long) LONG.get(bytes, i), turn);
      int type = (int) (word >>> 60);
      if (type <= 1) {
        long at = time + (word >>> 54 & 0x3F);
        int x = (int) (word >>> 43) & 0x7FF;
        short y = (short) (word >>> 32 & 0x7FF);
        for (int mask = (int) word; mask != 0; mask &= mask - 1) {
          t[n] = at;
          xs[n] = (short) (x + Integer.numberOfTrailingZeros(mask));
          ys[n] = y;
          ps[n] = (byte) type;
          n++;
        }
      } else if (type == TIME_HIGH) {
        time = TIME.next(time, (int) (word >>> 32) & 0xFFFFFFF);
      } else if (type == TRIGGER) {
        if (triggers.room() < 1) {
          break;
        }
        triggers.add(
            time + (word >>> 54 & 0x3F), (int) (word >>> 40) & 0x1F, (int) (word >>> 32) & 1);
      } else if (type < OTHERS) {
        unknown++;
      }
    }
    base = time;
    events.size(n);
    violations.add(Violation.UNKNOWN_WORD, unknown);
    return i;
  }

  /** Takes words up to and with the first TIME_HIGH. */
  private int seekTimeHigh(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i += Long.BYTES) {
      long word = Long.rotateLeft((long) LONG.get(bytes, i), turn);
      int type = (int) (word >>> 60);
      if (type == TIME_HIGH) {
        base = TIME.first(base, (int) (word >>> 32) & 0xFFFFFFF);
        shift = base;
        timed = true;
        return i + Long.BYTES;
      }
      if (type <= 1) {
        violations.add(Violation.BEFORE_TIME_BASE, Integer.bitCount((int) word));
      } else if (type == TRIGGER) {
        violations.add(Violation.BEFORE_TIME_BASE, 1);
      } else if (type < OTHERS) {
        violations.add(Violation.UNKNOWN_WORD, 1);
      }
    }
    return end;
  }

  @Override
  public int maxUnitBytes() {
    return Long.BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return COLUMNS;
  }

  @Override
  public byte[] state() {
    return Evt2Decoder.state(timed, base, shift);
  }

  @Override
  public void restore(byte[] state) {
    ByteBuffer in = Evt2Decoder.openState(encoding, state);
    timed = in.get() != 0;
    base = in.getLong();
    shift = in.getLong();
  }

  @Override
  public void reset(long nearMicros) {
    timed = false;
    base = nearMicros;
    shift = 0;
  }

  /** The first TIME_HIGH of the stream, in microseconds. */
  @Override
  public long sdkShiftMicros() {
    return shift;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}
