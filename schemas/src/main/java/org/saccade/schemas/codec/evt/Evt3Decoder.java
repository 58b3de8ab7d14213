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
  private final Evt3Registers registers = new Evt3Registers();
  private final Evt3Block block = new Evt3Block();
  private long shift;
  private int lastColumn = 0xFFFF;
  private int lastRow = 0xFFFF;
  private boolean sound;

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int end = from + ((to - from) & ~1);
    int first = events.size();
    registers.fall = 0;
    block.open();
    // What must not be negative, gathered by its sign.
    int outside = 0;
    int i = from;
    while (i < end && events.room() >= maxEventsPerUnit()) {
      if (registers.knows(TIMED | ROW) && events.room() >= Evt3Block.leastRoom()) {
        i = block.read(bytes, i, end, events.room(), registers);
        block.append(events, lastColumn, lastRow);
        if (i == end || events.room() < maxEventsPerUnit()) {
          break;
        }
      }
      int at = events.size();
      if (!take((short) SHORT.get(bytes, i) & 0xFFFF, events, triggers)) {
        break;
      }
      for (int k = at; k < events.size(); k++) {
        outside |= lastColumn - events.x(k) | lastRow - events.y(k);
      }
      i += 2;
    }
    sound = events.size() == first || (outside | block.outside() | registers.fall) >= 0;
    return i;
  }

  /** Takes any word; false, with nothing done, at an edge that has no room. */
  private boolean take(int word, EventBatch events, TriggerBatch triggers) {
    Evt3Registers r = registers;
    switch (word >>> 12) {
      case ADDR_Y:
        r.row = word & 0x7FF;
        r.known |= ROW;
        break;
      case ADDR_X:
        if (r.knows(TIMED | ROW)) {
          events.add(r.time, word & 0x7FF, r.row, word >>> 11 & 1);
        } else {
          drop(1);
        }
        break;
      case VECT_BASE_X:
        r.base(word);
        break;
      case VECT_12:
        takeVector(word & 0xFFF, 12, events);
        break;
      case VECT_8:
        takeVector(word & 0xFF, 8, events);
        break;
      case TIME_LOW:
        if (r.knows(TIMED)) {
          r.timeLow(word & 0xFFF);
        }
        break;
      case TIME_HIGH:
        if (r.knows(TIMED)) {
          r.timeHigh(word & 0xFFF);
        } else {
          r.known |= TIMED;
          r.time = TIME.first(r.time, word & 0xFFF);
          shift = r.time - 4096;
        }
        break;
      case TRIGGER:
        if (!r.knows(TIMED)) {
          drop(1);
        } else if (triggers.room() < 1) {
          return false;
        } else {
          triggers.add(r.time, word >>> 8 & 0xF, word & 1);
        }
        break;
      case CONTINUED_4:
      case OTHERS:
      case CONTINUED_12:
        break;
      default:
        violations.add(Violation.UNKNOWN_WORD, 1);
    }
    return true;
  }

  private void takeVector(int mask, int columns, EventBatch events) {
    Evt3Registers r = registers;
    if (r.knows(TIMED | ROW | BASE)) {
      int polarity = r.knows(BASE_ON) ? 1 : 0;
      for (int rest = mask; rest != 0; rest &= rest - 1) {
        int column = r.column + Integer.numberOfTrailingZeros(rest);
        events.add(r.time, column, r.row, polarity);
      }
    } else {
      drop(Integer.bitCount(mask));
    }
    r.column = r.knows(BASE) ? Math.min(r.column + columns, MAX_COLUMN) : 0;
  }

  private void drop(int events) {
    if (!registers.knows(TIMED)) {
      violations.add(Violation.BEFORE_TIME_BASE, events);
    } else if (!registers.knows(ROW)) {
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
    Evt3Registers r = registers;
    int low = r.knows(TIMED) ? (int) r.time & 0xFFF : 0;
    return state(r.known, r.time - low, low, r.row, r.column, shift);
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
    registers.known = flags;
    registers.time = newBase + newLow;
    registers.row = newRow;
    registers.column = newColumn;
    shift = newShift;
  }

  private static void check(boolean condition, String field, long value) {
    DecoderState.require(condition, "EVT3", field, value);
  }

  @Override
  public void reset(long nearMicros) {
    registers.known = 0;
    registers.time = nearMicros;
    registers.row = 0;
    registers.column = 0;
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
