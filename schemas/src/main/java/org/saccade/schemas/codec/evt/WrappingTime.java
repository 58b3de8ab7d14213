package org.saccade.schemas.codec.evt;

/**
 * The time base of an encoding that sends {@code highBits} of it and wraps.
 *
 * <p>A base is {@code loop << wrapBits | high << lowBits}, microseconds. A base that falls by the
 * threshold or more has wrapped; one that falls by less went back.
 */
final class WrappingTime {
  /** EVT2: 28 bits over 6; a fall of all but 10 ms is a wrap (4 h 46 min). */
  static final WrappingTime EVT2 = new WrappingTime(6, 28, ((1L << 28) - 1) * 64 - 10_000);

  /** EVT3: 12 bits over 12; a fall of half the range is a wrap (16.8 s). */
  static final WrappingTime EVT3 = new WrappingTime(12, 12, 2048L << 12);

  /** Loops are counted up to here, so that no input overflows a time. */
  static final long MAX_BASE = 1L << 60;

  private final int lowBits;
  private final int wrapBits;
  private final int maxHigh;
  private final long threshold;

  private WrappingTime(int lowBits, int highBits, long threshold) {
    this.lowBits = lowBits;
    this.wrapBits = lowBits + highBits;
    this.maxHigh = (1 << highBits) - 1;
    this.threshold = threshold;
  }

  /** The base after {@code base} when the stream says {@code high}. */
  long next(long base, int high) {
    long now = (long) high << lowBits;
    long old = base & ((1L << wrapBits) - 1);
    long loops = base - old;
    if (old - now >= threshold && loops < MAX_BASE) {
      loops += 1L << wrapBits;
    }
    return loops + now;
  }

  /** The first base: of all that {@code high} can stand for the nearest to {@code near}, from 0. */
  long first(long near, int high) {
    long now = (long) high << lowBits;
    long wanted = Math.max(0, Math.min(MAX_BASE, near));
    long loop = (wanted - now + (1L << (wrapBits - 1))) >> wrapBits;
    return (Math.max(0, loop) << wrapBits) + now;
  }

  /** The base that a time lies above. */
  long base(long time) {
    return time >> lowBits << lowBits;
  }

  /** Wraps between two bases. */
  long wraps(long base, long target) {
    return (target >> wrapBits) - (base >> wrapBits);
  }

  /** Microseconds between two wraps. */
  long wrapMicros() {
    return 1L << wrapBits;
  }

  /** Whether a reader at {@code base} can be told of {@code target}, by however many words. */
  boolean reaches(long base, long target) {
    long wraps = wraps(base, target);
    return wraps > 0 || (wraps == 0 && next(base, high(target)) == target);
  }

  /**
   * The next TIME_HIGH to write so that a reader at {@code base} comes to {@code target}; wraps
   * that the reader would not notice are spelled out as the highest value and zero.
   */
  int toward(long base, long target) {
    int high = high(target);
    if (next(base, high) == target) {
      return high;
    }
    return wraps(base, next(base, 0)) > 0 ? 0 : maxHigh;
  }

  /** The first TIME_HIGH to write for a reader that knows no time yet. */
  int firstToward(long target) {
    return target < 1L << wrapBits ? high(target) : maxHigh;
  }

  boolean isBase(long base) {
    return base >= 0 && base < MAX_BASE + (1L << wrapBits) && base(base) == base;
  }

  private int high(long base) {
    return (int) (base >> lowBits) & maxHigh;
  }
}
