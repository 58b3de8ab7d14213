package org.saccade.operators.signal;

import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Takes the samples of one recording as they come. A filter leaves its output in their place, one
 * for one; the others leave them alone and give what they find to the sink that they were made
 * with. What comes out does not depend on how the recording was cut into batches, to the bit.
 */
public interface SignalOperator extends Paged {
  /**
   * Takes the samples that follow those before, physical values.
   *
   * @throws IllegalArgumentException if the batch has another number of channels
   */
  void process(SampleBatch batch);

  /**
   * So many samples are missing before the next: the same as so many samples of NaN.
   *
   * @throws IllegalArgumentException if it is negative
   */
  void gap(long missing);

  /** What follows does not join what came: as new. */
  void clear();
}
