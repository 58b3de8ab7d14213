package org.saccade.operators.samples;

import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.SampleBatch;

/**
 * What is done with a stream's samples. It is open between {@link #open} and {@link #close}: one
 * session, or a part of one with the same channels and rate. What it knows of the sensor may
 * outlive a session.
 *
 * @param <R> what it finds
 */
public interface SampleStage<R> extends Paged {
  /** Starts a session. */
  void open(SampleShape shape, StageOutput<R> out);

  /**
   * Takes samples that follow those before.
   *
   * @param batch values as stored; the shape's channels say their physical values
   * @param firstSample number of the first of them in the session
   */
  void process(SampleBatch batch, long firstSample, StageOutput<R> out);

  /** So many samples are missing before the next; at least 1. */
  void gap(long missing, StageOutput<R> out);

  /**
   * The sample before whose time markers may be given: for what is made of samples behind a marker.
   *
   * @param next number in the session of the next sample
   * @return at most {@code next}
   */
  default long ready(long next, StageOutput<R> out) {
    return next;
  }

  /**
   * Takes a marker, of the open session or of one before, when it is {@link #ready} or later. What
   * it gives must be the same while its samples are remembered.
   *
   * @return false: its samples are not remembered any more
   */
  default boolean marker(SampleMarker marker, MarkerOutput<R> out) {
    return true;
  }

  /** Gives what is open. */
  void close(StageOutput<R> out);

  /** Takes the shape back that was open when the pages were written; before any page. */
  void reopen(SampleShape shape);
}
