package org.saccade.schemas.codec.evt;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * The time base of a stream being written, and what the encoding can hold.
 *
 * <p>All of a call is checked before its first word is written, so a refused call changes nothing.
 */
final class TimeWriter {
  /** Most wraps in one call: they are spelled out, two words each. */
  static final int MAX_WRAPS = 1000;

  /** Most words that the wraps of one call take. */
  static final int WRAP_WORDS = 2 * MAX_WRAPS + 1;

  private static final int MAX_COORDINATE = 2047;
  private static final int UNTIMED = -1;

  private final String encoding;
  private final WrappingTime time;
  private long base = UNTIMED;
  private long first;

  TimeWriter(String encoding, WrappingTime time) {
    this.encoding = encoding;
    this.time = time;
  }

  boolean timed() {
    return base != UNTIMED;
  }

  /** The base that a reader has; 0 before the first. */
  long base() {
    return timed() ? base : 0;
  }

  /** The first base that was written. */
  long first() {
    return first;
  }

  /** Whether a reader must be told a TIME_HIGH before an event at {@code t}. */
  boolean behind(long t) {
    return base != time.base(t);
  }

  /** The value of the next TIME_HIGH to write; to be asked until it is no longer behind. */
  int next(long t) {
    long target = time.base(t);
    int high;
    if (timed()) {
      high = time.toward(base, target);
      base = time.next(base, high);
    } else {
      high = time.firstToward(target);
      base = time.first(0, high);
      first = base;
    }
    return high;
  }

  void check(EventBatch batch, int from, int to) {
    long reached = base;
    long wraps = 0;
    for (int i = from; i < to; i++) {
      atMost("event", i, "x", batch.x(i), MAX_COORDINATE);
      atMost("event", i, "y", batch.y(i), MAX_COORDINATE);
      atMost("event", i, "p", batch.p(i), 1);
      wraps += step("event", i, reached, batch.t(i), wraps);
      reached = time.base(batch.t(i));
    }
  }

  void check(TriggerBatch batch, int from, int to, int maxId) {
    long reached = base;
    long wraps = 0;
    for (int i = from; i < to; i++) {
      atMost("trigger", i, "id", batch.id(i), maxId);
      atMost("trigger", i, "value", batch.value(i), 1);
      wraps += step("trigger", i, reached, batch.t(i), wraps);
      reached = time.base(batch.t(i));
    }
  }

  private void atMost(String item, int i, String field, int value, int max) {
    if (value < 0 || value > max) {
      throw refused(item, i, field + "=" + value + " must be between 0 and " + max);
    }
  }

  private long step(String item, int i, long reached, long t, long wrapsSoFar) {
    if (t < 0 || t > WrappingTime.MAX_BASE) {
      throw refused(item, i, "t=" + t + " must be between 0 and 2^60 µs");
    }
    long target = time.base(t);
    if (target == reached) {
      return 0;
    }
    long wraps = time.wraps(Math.max(0, reached), target);
    if (reached != UNTIMED && !time.reaches(reached, target)) {
      throw refused(
          item,
          i,
          "t=" + t + " goes back too far from " + reached + ": a reader would take it for a wrap");
    }
    if (wrapsSoFar + wraps > MAX_WRAPS) {
      throw refused(
          item,
          i,
          String.format(
              "t=%d is %d wraps of %d µs ahead; at most %d are written at once: "
                  + "take times from the start of the recording",
              t, wrapsSoFar + wraps, time.wrapMicros(), MAX_WRAPS));
    }
    return wraps;
  }

  private IllegalArgumentException refused(String item, int i, String why) {
    return new IllegalArgumentException(encoding + " cannot hold " + item + " " + i + ": " + why);
  }
}
