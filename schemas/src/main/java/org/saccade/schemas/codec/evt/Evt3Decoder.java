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
 * EVT3: 16-bit words that set row, time and vector base, or give events.
 *
 * <p>{@code t = loop * 2^24 + TIME_HIGH * 4096 + TIME_LOW}, microseconds. A TIME_HIGH that falls by
 * 2048 or more is a wrap, any other fall goes back; a new TIME_HIGH sets TIME_LOW to 0. A TIME_LOW
 * that falls carries nothing. ADDR_X leaves the vector base alone. Events before the first
 * TIME_HIGH, before the first row, and vectors without a base are dropped and counted.
 */
public final class Evt3Decoder implements EventDecoder {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** The types of the four words of a full vector, a base and 12, 12 and 8 columns. */
  private static final long GROUP_TYPES = 0xF000_F000_F000_F000L;

  private static final long GROUP = 0x5000_4000_4000_3000L;
  private static final WrappingTime TIME = WrappingTime.EVT3;
  private static final int STATE_BYTES = 24;

  static final int ADDR_Y = 0x0;
  static final int ADDR_X = 0x2;
  static final int VECT_BASE_X = 0x3;
  static final int VECT_12 = 0x4;
  static final int VECT_8 = 0x5;
  static final int TIME_LOW = 0x6;
  static final int CONTINUED_4 = 0x7;
  static final int TIME_HIGH = 0x8;
  static final int TRIGGER = 0xA;
  static final int OTHERS = 0xE;
  static final int CONTINUED_12 = 0xF;

  /** What is known so far; the flags of the state. */
  static final int TIMED = 1;

  static final int ROW = 2;
  static final int BASE = 4;
  static final int BASE_ON = 8;

  /** The base stays below 2^16, however many vector words come: such columns are out of frame. */
  private static final int MAX_COLUMN = 65_520;

  private final ViolationCounts violations = new ViolationCounts();
  private int known;

  /** Time base; before the first TIME_HIGH, the time that it should be near. */
  private long base;

  private int low;
  private int row;
  private int column;
  private long shift;
  private int lastColumn = 0xFFFF;
  private int lastRow = 0xFFFF;
  private boolean sound;

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int end = from + ((to - from) & ~1);
    int limit = events.capacity() - 12;
    long[] t = events.t();
    short[] xs = events.x();
    short[] ys = events.y();
    byte[] ps = events.p();
    int n = events.size();
    int have = known;
    long time = base + low;
    int y = row;
    int x = column;
    byte on = (byte) (have >>> 3);
    // What must not be negative, gathered by its sign. A row is held against the columns too, which
    // spares a mask: on a frame higher than wide the guard looks once more.
    int outside = 0;
    long back = 0;
    int columnMax = lastColumn;
    int rowMax = lastRow;
    int i = from;
    words:
    for (; i < end && n <= limit; i += 2) {
      int word = (short) SHORT.get(bytes, i);
      if (((word & 0xD000) | (~have & (TIMED | ROW))) == 0) {
        // ADDR_Y and ADDR_X follow each other without a pattern, so a branch between them would be
        // missed: both write an event and set the row, and only what the word says is kept.
        int isEvent = word >>> 13 & 1;
        y ^= (y ^ word) & 0x7FF & (isEvent - 1);
        int address = word & 0x7FF;
        outside |= columnMax - address | rowMax - y;
        t[n] = time;
        xs[n] = (short) address;
        ys[n] = (short) y;
        ps[n] = (byte) (word >>> 11 & 1);
        n += isEvent;
        continue;
      }
      switch (word >>> 12 & 0xF) {
        case ADDR_Y:
          y = word & 0x7FF;
          have |= ROW;
          break;
        case ADDR_X:
          drop(have, 1);
          break;
        case VECT_BASE_X:
          x = word & 0x7FF;
          on = (byte) (word >>> 11 & 1);
          have |= BASE;
          if ((have & (TIMED | ROW)) != (TIMED | ROW) || end - i < 8 || n > limit - 20) {
            break;
          }
          long group = (long) LONG.get(bytes, i);
          if ((group & GROUP_TYPES) != GROUP) {
            break;
          }
          // Four words that come together are one branch, and one mask of 32 columns.
          int on32 =
              (int) (group >>> 16) & 0xFFF
                  | ((int) (group >>> 32) & 0xFFF) << 12
                  | (int) (group >>> 48) << 24;
          int end32 = n + Integer.bitCount(on32);
          outside |= columnMax - (x + 31) | rowMax - y;
          for (int k = n; k < n + 4; k++) {
            t[k] = time;
            xs[k] = (short) (x + Integer.numberOfTrailingZeros(on32));
            ys[k] = (short) y;
            ps[k] = on;
            on32 &= on32 - 1;
          }
          for (n += 4; on32 != 0; n++) {
            t[n] = time;
            xs[n] = (short) (x + Integer.numberOfTrailingZeros(on32));
            ys[n] = (short) y;
            ps[n] = on;
            on32 &= on32 - 1;
          }
          n = end32;
          x += 32;
          i += 6;
          break;
        case VECT_12:
        case VECT_8:
          int columns = (word & 0x1000) == 0 ? 12 : 8;
          int mask = word & (1 << columns) - 1;
          if ((have & (TIMED | ROW | BASE)) == (TIMED | ROW | BASE)) {
            int after = n + Integer.bitCount(mask);
            outside |= columnMax - (x + columns - 1) | rowMax - y;
            // Most masks have few bits: two are written without asking.
            t[n] = time;
            t[n + 1] = time;
            xs[n] = (short) (x + Integer.numberOfTrailingZeros(mask));
            mask &= mask - 1;
            xs[n + 1] = (short) (x + Integer.numberOfTrailingZeros(mask));
            mask &= mask - 1;
            ys[n] = (short) y;
            ys[n + 1] = (short) y;
            ps[n] = on;
            ps[n + 1] = on;
            for (n += 2; mask != 0; n++) {
              t[n] = time;
              xs[n] = (short) (x + Integer.numberOfTrailingZeros(mask));
              ys[n] = (short) y;
              ps[n] = on;
              mask &= mask - 1;
            }
            n = after;
          } else {
            drop(have, Integer.bitCount(mask));
          }
          x = (have & BASE) == 0 ? 0 : Math.min(x + columns, MAX_COLUMN);
          break;
        case TIME_LOW:
          if ((have & TIMED) != 0) {
            long next = (time & -4096) + (word & 0xFFF);
            back |= next - time;
            time = next;
          }
          break;
        case TIME_HIGH:
          if ((have & TIMED) == 0) {
            have |= TIMED;
            time = TIME.first(base, word & 0xFFF);
            shift = time - 4096;
          } else {
            long old = time & -4096;
            long next = TIME.next(old, word & 0xFFF);
            back |= next - old;
            time = next == old ? time : next;
          }
          break;
        case TRIGGER:
          if ((have & TIMED) == 0) {
            drop(have, 1);
          } else if (triggers.room() < 1) {
            break words;
          } else {
            triggers.add(time, word >>> 8 & 0xF, word & 1);
          }
          break;
        case CONTINUED_4:
        case OTHERS:
        case CONTINUED_12:
          break;
        default:
          violations.add(Violation.UNKNOWN_WORD, 1);
      }
    }
    if ((have & TIMED) != 0) {
      base = time & -4096;
      low = (int) time & 0xFFF;
    }
    sound = (outside | back) >= 0;
    known = (have & ~BASE_ON) | on << 3;
    row = y;
    column = x;
    events.size(n);
    return i;
  }

  private void drop(int have, int events) {
    if ((have & TIMED) == 0) {
      violations.add(Violation.BEFORE_TIME_BASE, events);
    } else if ((have & ROW) == 0) {
      violations.add(Violation.MISSING_ROW, events);
    } else {
      violations.add(Violation.MISSING_BASE, 1);
    }
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
    return 2;
  }

  @Override
  public int maxEventsPerUnit() {
    return 12;
  }

  @Override
  public byte[] state() {
    return state(known, base, low, row, column, shift);
  }

  static byte[] state(int known, long base, int low, int row, int column, long shift) {
    return DecoderState.begin(STATE_BYTES, known)
        .putLong(base)
        .putShort((short) low)
        .putShort((short) row)
        .putShort((short) column)
        .putLong(shift)
        .array();
  }

  @Override
  public void restore(byte[] state) {
    ByteBuffer in = DecoderState.open("EVT3", state, STATE_BYTES, TIMED | ROW | BASE | BASE_ON);
    int flags = in.get();
    long newBase = in.getLong();
    int newLow = in.getShort() & 0xFFFF;
    int newRow = in.getShort() & 0xFFFF;
    int newColumn = in.getShort() & 0xFFFF;
    long newShift = in.getLong();
    boolean timed = (flags & TIMED) != 0;
    check(!timed || TIME.isBase(newBase), "time base", newBase);
    check(newLow <= (timed ? 4095 : 0), "low time", newLow);
    check(newRow <= ((flags & ROW) != 0 ? 2047 : 0), "row", newRow);
    check(newColumn <= ((flags & BASE) != 0 ? MAX_COLUMN : 0), "vector base", newColumn);
    check((flags & BASE_ON) == 0 || (flags & BASE) != 0, "polarity without base", flags);
    check(timed ? TIME.isBase(newShift + 4096) : newShift == 0, "time shift", newShift);
    known = flags;
    base = newBase;
    low = newLow;
    row = newRow;
    column = newColumn;
    shift = newShift;
  }

  private static void check(boolean condition, String field, long value) {
    DecoderState.require(condition, "EVT3", field, value);
  }

  @Override
  public void reset(long nearMicros) {
    known = 0;
    base = nearMicros;
    low = 0;
    row = 0;
    column = 0;
    shift = 0;
  }

  /** One less than the first TIME_HIGH of the stream, in microseconds. */
  @Override
  public long sdkShiftMicros() {
    return shift;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}
