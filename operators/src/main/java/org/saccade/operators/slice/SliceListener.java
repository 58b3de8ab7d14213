package org.saccade.operators.slice;

import org.saccade.schemas.batch.EventBatch;

/** Takes slices piece by piece: their events as they come, then their end. */
public interface SliceListener {
  /** Events {@code from} (inclusive) to {@code to} (exclusive) of the batch are of this slice. */
  void events(EventBatch batch, int from, int to);

  /**
   * The slice is complete; the next events are of the next one.
   *
   * @param start sensor time of its begin, microseconds
   * @param end sensor time of its end: exclusive if time ended it, else that of its last event, at
   *     least start
   * @param events how many it has, at least 1
   */
  void slice(long start, long end, long events, SliceEnd why);
}
