package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.OtherItems;
import org.saccade.schemas.batch.TriggerBatch;

/** Writes events in one format. Closing flushes and closes the stream below. */
public interface EventWriter extends Closeable {

  /**
   * Writes all events of a batch, in order.
   *
   * @throws CannotHoldException if the format has no way to say one of them: then the events before
   *     it are written, it and those behind are not, and the message names event, field and bound
   */
  void write(EventBatch batch) throws IOException;

  /**
   * Writes the events of a batch and the trigger edges met with them, by time; where the format has
   * no edges they are left out.
   *
   * @throws CannotHoldException as {@link #write(EventBatch)}, for edges too
   */
  default void write(EventBatch batch, TriggerBatch triggers) throws IOException {
    write(batch);
  }

  /** Writes samples of an inertial unit and a frame; where the format has none, nothing. */
  default void write(OtherItems others) throws IOException {}
}
