package org.saccade.operators.samples;

import org.saccade.schemas.Epoch;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Provenance;

/**
 * Where goes what a marker gives. Its records are numbered apart from those that samples give, so
 * that it makes no difference when the marker came.
 *
 * @param <R> what the stage finds
 */
public interface MarkerOutput<R> {
  /** Sensor time of a sample of the marker's opening, microseconds. */
  long micros(long sample);

  /**
   * Provenance of a record of the marker's session.
   *
   * @param number tells apart what has the same type, start and end in the session; no less than 0
   */
  Provenance provenance(String type, long startMicros, long endMicros, long number);

  void emit(R found);

  /** Gives samples around the marker. */
  void epoch(Epoch epoch);

  /** Tells of the stream at the marker; once a marker. */
  void health(HealthKind kind, long count, String detail);
}
