package org.saccade.schemas.codec.evt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Follows the TIME_HIGH words of a stream and passes over all others: to find where a time begins
 * for much less than decoding costs, with the wraps before it counted as a decoder counts them.
 *
 * <p>An event's time is at most {@code 2^low − 1} µs above the time base, low being 6 bits of EVT2
 * and EVT2.1 and 12 of EVT3. So before the first TIME_HIGH whose base is above {@code T − 2^low}
 * every event and edge is earlier than T, wherever time goes back.
 */
public abstract sealed class TimeWords {
  static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  final WrappingTime time;
  private final long span;
  boolean timed;
  long base;
  private long first;

  private TimeWords(WrappingTime time, long span) {
    this.time = time;
    this.span = span;
  }

  public static TimeWords evt2() {
    return new OfHalves(Integer.BYTES, 0);
  }

  public static TimeWords evt21(WordOrder order) {
    return new OfHalves(Long.BYTES, order == WordOrder.LEGACY ? 0 : Integer.BYTES);
  }

  public static TimeWords evt3() {
    return new OfEvt3();
  }

  /**
   * Goes over whole words until the first TIME_HIGH behind which an event or edge can be as late as
   * {@code micros}.
   *
   * @param to a whole number of 8 bytes behind {@code from}, unless the stream ends there
   * @return position of that word, which is not taken; {@code to}, less what is no whole word,
   *     where there is none
   */
  public abstract int find(byte[] bytes, int from, int to, long micros);

  /**
   * State of a decoder in front of the next word, as far as TIME_HIGH words tell it: what EVT3's
   * rows and vector bases are, it does not know.
   */
  public abstract byte[] state();

  /** What EVT3 keeps beside its time, which words of the last call have set. */
  public boolean setRow() {
    return false;
  }

  /** As {@link #setRow}, of the vector base. */
  public boolean setVectorBase() {
    return false;
  }

  /** Takes a TIME_HIGH; false, with nothing done, where it is the one that is looked for. */
  final boolean take(int high, long micros) {
    long next = timed ? time.next(base, high) : time.first(0, high);
    if (next + span >= micros) {
      return false;
    }
    first = timed ? first : next;
    timed = true;
    base = next;
    return true;
  }

  final long first() {
    return first;
  }

  /** EVT2 and EVT2.1: a type and a time base in 32 bits. */
  private static final class OfHalves extends TimeWords {
    private final int wordBytes;
    private final int half;

    OfHalves(int wordBytes, int half) {
      super(WrappingTime.EVT2, 63);
      this.wordBytes = wordBytes;
      this.half = half;
    }

    @Override
    public int find(byte[] bytes, int from, int to, long micros) {
      int end = from + ((to - from) & -wordBytes);
      for (int i = from; i < end; i += wordBytes) {
        int word = (int) INT.get(bytes, i + half);
        if (word >>> 28 == Evt2Decoder.TIME_HIGH && !take(word & 0xFFFFFFF, micros)) {
          return i;
        }
      }
      return end;
    }

    @Override
    public byte[] state() {
      return Evt2Decoder.state(timed, base, first());
    }
  }

  /** EVT3: four words are looked at at once. */
  private static final class OfEvt3 extends TimeWords {
    private static final long TYPES = 0xF000_F000_F000_F000L;
    private static final long TIMES = 0x8000_8000_8000_8000L;
    private static final long BASES = 0x3000_3000_3000_3000L;
    private static final long LOW_BITS = 0x7000_7000_7000_7000L;

    private boolean setRow;
    private boolean setVectorBase;

    OfEvt3() {
      super(WrappingTime.EVT3, 4095);
    }

    @Override
    public int find(byte[] bytes, int from, int to, long micros) {
      int end = from + ((to - from) & -Short.BYTES);
      int i = from;
      long rows = 0;
      long bases = 0;
      try {
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
          long types = (long) LONG.get(bytes, i) & TYPES;
          rows |= zeros(types);
          bases |= zeros(types ^ BASES);
          if (zeros(types ^ TIMES) != 0) {
            int at = findIn(bytes, i, i + Long.BYTES, micros);
            if (at < i + Long.BYTES) {
              return at;
            }
          }
        }
        for (int k = i; k < end; k += Short.BYTES) {
          int type = ((short) SHORT.get(bytes, k) & 0xFFFF) >>> 12;
          rows |= type == Evt3Decoder.ADDR_Y ? 1 : 0;
          bases |= type == Evt3Decoder.VECT_BASE_X ? 1 : 0;
        }
        return findIn(bytes, i, end, micros);
      } finally {
        setRow = rows != 0;
        setVectorBase = bases != 0;
      }
    }

    private int findIn(byte[] bytes, int from, int to, long micros) {
      for (int i = from; i < to; i += Short.BYTES) {
        int word = (short) SHORT.get(bytes, i);
        if ((word >>> 12 & 0xF) == Evt3Decoder.TIME_HIGH && !take(word & 0xFFF, micros)) {
          return i;
        }
      }
      return to;
    }

    /** A bit for each of four fields, whose lower twelve bits are 0, that is 0. */
    private static long zeros(long fields) {
      return ~(((fields & LOW_BITS) + LOW_BITS) | fields) & TIMES;
    }

    @Override
    public byte[] state() {
      return timed
          ? Evt3Decoder.state(Evt3Decoder.TIMED, base, 0, 0, 0, first() - 4096)
          : Evt3Decoder.state(0, 0, 0, 0, 0, 0);
    }

    @Override
    public boolean setRow() {
      return setRow;
    }

    @Override
    public boolean setVectorBase() {
      return setVectorBase;
    }
  }
}
