package org.saccade.schemas.codec.evt;

/** What EVT3 words set, and the events that come by it take. */
final class Evt3Registers {
  /** What is known so far: {@link Evt3Decoder#TIMED} and the flags after it. */
  int known;

  /** Microseconds; before the first TIME_HIGH, the time that it should be near. */
  long time;

  int row;

  /** Column of the next vector's first bit. */
  int column;

  /** Negative if the time has fallen since this was last 0. */
  long fall;

  boolean knows(int flags) {
    return (known & flags) == flags;
  }

  void timeLow(int low) {
    set((time & -4096) + low);
  }

  void timeHigh(int high) {
    long base = time & -4096;
    long next = WrappingTime.EVT3.next(base, high);
    fall |= next - base;
    time = next == base ? time : next;
  }

  private void set(long next) {
    fall |= next - time;
    time = next;
  }

  void base(int word) {
    column = word & 0x7FF;
    known = known & ~Evt3Decoder.BASE_ON | Evt3Decoder.BASE | word >>> 8 & Evt3Decoder.BASE_ON;
  }
}
