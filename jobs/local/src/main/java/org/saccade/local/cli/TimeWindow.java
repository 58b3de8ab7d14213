package org.saccade.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Times from an origin, and those of them that are shown.
 *
 * @param shift microseconds to subtract from sensor times
 * @param from first time shown, from the origin
 * @param to first time behind those shown
 */
record TimeWindow(long shift, long from, long to) {

  /**
   * @throws Errors.UnusableException if there is no time from one to the other
   */
  static void requireOrdered(long from, long to) {
    if (from > to) {
      throw new Errors.UnusableException("--from " + from + ": expected at most --to " + to);
    }
  }

  /** Whether a sensor time is shown. */
  boolean holds(long micros) {
    long t = micros - shift;
    return t >= from && t < to;
  }

  /**
   * Goes to the first time shown, where one was asked for and the file lets one.
   *
   * @return false: the reader stays where it is
   */
  boolean goTo(RecordingReader reader, Path file) throws IOException {
    if (from == Long.MIN_VALUE || !Files.isRegularFile(file)) {
      return false;
    }
    reader.seek(fromMicros());
    return true;
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

  /** Leaves the events that are shown, at their times from the origin. */
  void keep(EventBatch events) {
    long[] t = events.t();
    int kept = 0;
    for (int i = 0; i < events.size(); i++) {
      if (holds(t[i])) {
        t[kept] = shown(t[i]);
        events.x()[kept] = events.x()[i];
        events.y()[kept] = events.y()[i];
        events.p()[kept] = events.p()[i];
        kept++;
      }
    }
    events.size(kept);
  }

  /** The edges that are shown, at their times from the origin. */
  TriggerBatch kept(TriggerBatch edges) {
    TriggerBatch kept = new TriggerBatch(Math.max(1, edges.size()));
    for (int i = 0; i < edges.size(); i++) {
      if (holds(edges.t(i))) {
        kept.add(shown(edges.t(i)), edges.id(i), edges.value(i));
      }
    }
    return kept;
  }

  /** Leaves the samples and the frame that are shown, at their times from the origin. */
  void keep(OtherItems others) {
    others.shift(shift);
    others.keep(t -> t >= from && t < to);
  }
}
