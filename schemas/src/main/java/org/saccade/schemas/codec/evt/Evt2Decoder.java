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
 * EVT2: 32-bit words, an event a word.
 *
 * <p>{@code t = loop * 2^34 + TIME_HIGH * 64 + low}, microseconds. Events and triggers before the
 * first TIME_HIGH are dropped and counted. A TIME_HIGH below the one before is a wrap where it
 * falls by at least (2^28 - 1) * 64 - 10000 µs; any other goes back.
 */
public final class Evt2Decoder implements EventDecoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final WrappingTime TIME = WrappingTime.EVT2;
  private static final int STATE_BYTES = 18;
  private static final int TIMED = 1;

  static final int TIME_HIGH = 0x8;
  static final int TRIGGER = 0xA;
  private static final int IMU = 0xD;

  private final ViolationCounts violations = new ViolationCounts();
  private final Evt2Block block = new Evt2Block();
  private boolean timed;

  /** Time base; before the first TIME_HIGH, the time that it should be near. */
  private long base;

  private long shift;
  private int lastColumn = 0xFFFF;
  private int lastRow = 0xFFFF;
  private boolean sound;

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int end = from + ((to - from) & ~3);
    int i = timed ? from : seekTimeHigh(bytes, from, end);
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    int capacity = events.capacity();
    int n = events.size();
    // What must not be negative, gathered by its sign.
    int wrong = 0;
    int previous = 0;
    boolean stopped = false;
    block.open(bytes, i, end);
    while (i < end && n < capacity && !stopped) {
      // As many words as events fit: no word of these has to look at the room.
      int count = Math.min(Evt2Block.WORDS, Math.min(end - i >> 2, capacity - n));
      block.read(count, lastColumn, lastRow);
      int k = 0;
      while (k < count) {
        int run = block.run(k, count, base, t, x, y, p, n);
        if (run > 0) {
          wrong |= block.low(k) - previous;
          previous = block.low(k + run - 1);
          n += run;
          k += run;
        }
        if (k == count) {
          break;
        }
        long time = base;
        if (!takeOther(block.word(k), triggers)) {
          stopped = true;
          break;
        }
        wrong |= base < time ? -1 : 0;
        previous = base == time ? previous : 0;
        k++;
      }
      i += 4 * k;
    }
    sound = (wrong | block.wrong()) >= 0;
    events.size(n);
    return i;
  }

  /** Takes a word that is no event; false, with nothing done, at an edge that has no room. */
  private boolean takeOther(int word, TriggerBatch triggers) {
    int type = word >>> 28;
    if (type == TIME_HIGH) {
      base = TIME.next(base, word & 0xFFFFFFF);
    } else if (type == TRIGGER) {
      if (triggers.room() < 1) {
        return false;
      }
      triggers.add(base + (word >>> 22 & 0x3F), word >>> 8 & 0x1F, word & 1);
    } else if (type < IMU) {
      violations.add(Violation.UNKNOWN_WORD, 1);
    }
    return true;
  }

  /** Takes words up to and with the first TIME_HIGH. */
  private int seekTimeHigh(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i += 4) {
      int word = (int) INT.get(bytes, i);
      int type = word >>> 28;
      if (type == TIME_HIGH) {
        base = TIME.first(base, word & 0xFFFFFFF);
        shift = base;
        timed = true;
        return i + 4;
      }
      if (type <= 1 || type == TRIGGER) {
        violations.add(Violation.BEFORE_TIME_BASE, 1);
      } else if (type < IMU) {
        violations.add(Violation.UNKNOWN_WORD, 1);
      }
    }
    return end;
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
    return 4;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  @Override
  public byte[] state() {
    return state(timed, base, shift);
  }

  static byte[] state(boolean timed, long base, long shift) {
    return DecoderState.begin(STATE_BYTES, timed ? TIMED : 0).putLong(base).putLong(shift).array();
  }

  /** Checks a state; the buffer stands before its flag, base and shift. */
  static ByteBuffer openState(String encoding, byte[] state) {
    ByteBuffer in = DecoderState.open(encoding, state, STATE_BYTES, TIMED);
    int start = in.position();
    boolean timed = in.get() != 0;
    long base = in.getLong();
    long shift = in.getLong();
    DecoderState.require(!timed || TIME.isBase(base), encoding, "time base", base);
    DecoderState.require(timed ? TIME.isBase(shift) : shift == 0, encoding, "time shift", shift);
    return in.position(start);
  }

  @Override
  public void restore(byte[] state) {
    ByteBuffer in = openState("EVT2", state);
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
