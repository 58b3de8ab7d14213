package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/** Writes events in one format. Closing flushes and closes the stream below. */
public interface EventWriter extends Closeable {

  /**
   * Writes all events of a batch, in order.
   *
   * @throws CannotHoldException if the format has no way to say one of them: then what was written
   *     before stays as it is, and the message names event, field and bound
   */
  void write(EventBatch batch) throws IOException;

  /** Writes trigger edges, where the format has them; elsewhere they are left out. */
  default void write(TriggerBatch triggers) throws IOException {}
}
