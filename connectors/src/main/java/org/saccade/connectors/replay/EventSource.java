package org.saccade.connectors.replay;

import java.io.IOException;
import org.saccade.schemas.batch.EventBatch;

/** Events in order: {@code RecordingReader::read}, a simulator, or batches in a test. */
@FunctionalInterface
public interface EventSource {
  /**
   * Replaces what the batch holds with the next events, at least one.
   *
   * @return false at the end, with an empty batch
   */
  boolean read(EventBatch events) throws IOException;
}
