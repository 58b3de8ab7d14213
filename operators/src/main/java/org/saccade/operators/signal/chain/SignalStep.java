package org.saccade.operators.signal.chain;

import org.saccade.operators.paged.Paged;
import org.saccade.schemas.batch.SampleBatch;

/** One operator of a chain. */
public interface SignalStep extends Paged {
  /** Of what comes out. */
  SignalShape shape();

  /**
   * Takes the samples that follow those before.
   *
   * @param batch may be written into
   */
  void process(SampleBatch batch, SignalSink next);

  /** So many samples are missing before the next. */
  void gap(long missing, SignalSink next);

  /** The recording is over: what is left comes out. */
  void end(SignalSink next);
}
