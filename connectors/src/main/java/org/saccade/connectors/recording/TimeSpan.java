package org.saccade.connectors.recording;

/** First and last, earliest and latest of some times, microseconds; all 0 before any. */
final class TimeSpan {
  private boolean any;
  private long first;
  private long last;
  private long min;
  private long max;

  void add(long t) {
    first = any ? first : t;
    min = any ? Math.min(min, t) : t;
    max = any ? Math.max(max, t) : t;
    last = t;
    any = true;
  }

  long first() {
    return first;
  }

  long last() {
    return last;
  }

  long min() {
    return min;
  }

  long max() {
    return max;
  }
}
