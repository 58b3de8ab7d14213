package org.saccade.operators.stage;

import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.EventBatch;

/**
 * One model in the chain that a stream's events go through. A stage is open between {@link #open}
 * and {@link #close}: one session, or a part of one after a reset of its clock.
 *
 * <p>Where a packet ends is nothing to decide by: the same events cut otherwise give the same.
 */
public interface EventStage extends Paged {
  /**
   * Starts anew: what is left from before is forgotten.
   *
   * @param width columns of the frame, pixels
   * @param height rows of the frame, pixels
   */
  void open(int width, int height);

  /** The frame of the events that come out, given that of those that go in; the same by default. */
  default Geometry geometry(Geometry in) {
    return in;
  }

  /**
   * Works on the events of one packet, in place. All events are inside of the frame.
   *
   * @param timeEnd sensor time up to which the stream is known, microseconds
   */
  void process(EventBatch batch, long timeEnd, StageSink sink);

  /** Gives what is open and lets its memory go. */
  void close(StageSink sink);
}
