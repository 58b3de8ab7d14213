package org.saccade.operators.stage;

/**
 * Something that a stage found: a number over time, a condition of the stream, a picture, a track.
 * A plain record; the stream makes the record on the topic of it, with id and provenance.
 */
public interface StageOutput {
  /** Sensor time from which it speaks, microseconds. */
  long start();

  /** Sensor time up to which it speaks, microseconds. */
  long end();
}
