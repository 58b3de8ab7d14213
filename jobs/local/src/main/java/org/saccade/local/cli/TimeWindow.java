package org.saccade.local.cli;

/**
 * Times from an origin, and those of them that are shown.
 *
 * @param shift microseconds to subtract from sensor times
 * @param from first time shown, from the origin
 * @param to first time behind those shown
 */
record TimeWindow(long shift, long from, long to) {

  /** Whether a sensor time is shown. */
  boolean holds(long micros) {
    long t = micros - shift;
    return t >= from && t < to;
  }

  /** The first sensor time shown, or the nearest that there is. */
  long fromMicros() {
    long micros = from + shift;
    boolean overflow = ((from ^ micros) & (shift ^ micros)) < 0;
    return overflow ? (from < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : micros;
  }

  /** A sensor time from the origin. */
  long shown(long micros) {
    return micros - shift;
  }
}
