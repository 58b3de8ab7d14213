package org.saccade.operators.signal.chain;

import org.saccade.schemas.batch.SampleBatch;

/** Takes the samples of a signal as they come. */
public interface SignalSink {
  /**
   * The next samples, physical values.
   *
   * @param batch may be written into; it is not kept
   */
  void samples(SampleBatch batch);

  /** So many samples are missing before the next. */
  void gap(long missing);
}
