package org.saccade.operators.state;

import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.saccade.operators.paged.Paged;

/**
 * A keyed operator whose keys are plain objects in memory, written to keyed state when a checkpoint
 * needs them there.
 *
 * @param <I> records in
 * @param <O> records out
 * @param <S> a key's object
 */
public abstract class WriteBehindOperator<I, O, S extends Paged> extends KeyedObjects<O, S>
    implements OneInputStreamOperator<I, O>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  private transient Work<S, I> processing;

  /** As {@link KeyedObjects}. */
  protected WriteBehindOperator(long cacheBytes, long expiryMillis, long silenceMillis) {
    super(cacheBytes, expiryMillis, silenceMillis);
  }

  /** Works on one record of the object's key. */
  protected abstract void process(S object, I record) throws Exception;

  @Override
  public void open() throws Exception {
    super.open();
    processing = this::process;
  }

  @Override
  public void processElement(StreamRecord<I> element) throws Exception {
    withObject(element.getValue(), processing);
  }

  @Override
  public void endInput() throws Exception {
    endAll();
  }
}
