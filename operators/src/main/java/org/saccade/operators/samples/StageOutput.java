package org.saccade.operators.samples;

import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Provenance;

/**
 * Where a stage's records go.
 *
 * @param <R> what it finds
 */
public interface StageOutput<R> {
  /** Sensor time of a sample of the session, microseconds. */
  long micros(long sample);

  /** Number of the {@link SampleStage#open} that is in force, from 1: what markers refer to. */
  long opening();

  /** Provenance of a record of a type, from one sensor time to another. */
  Provenance provenance(String type, long startMicros, long endMicros);

  void emit(R found);

  /** Tells of the stream at a sample. */
  void health(HealthKind kind, long sample, long count, String detail);

  /**
   * Tells of what begins or ends; both records of one interval have one id.
   *
   * @param number that the stage gives the interval, from 0, each its own
   * @param startSample where it began
   */
  void interval(
      HealthKind kind, HealthState state, long number, long startSample, long count, String detail);

  /**
   * The same by sensor time: what ends begins when it was told to have begun, whatever has become
   * of the clock meanwhile.
   *
   * @param endMicros of {@link HealthState#OPEN} the same as the start
   */
  void interval(
      HealthKind kind,
      HealthState state,
      long number,
      long startMicros,
      long endMicros,
      long count,
      String detail);
}
