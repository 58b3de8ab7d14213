package org.saccade.connectors.replay;

import java.io.IOException;
import org.saccade.connectors.recording.RecordingReader;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/** Events in order: of a recording, a simulator, or batches in a test. */
@FunctionalInterface
public interface EventSource {
  /**
   * Replaces what the batch holds with the next events, at least one, or with none where only edges
   * were met.
   *
   * @return false at the end, with an empty batch
   */
  boolean read(EventBatch events) throws IOException;

  /** Trigger edges met by the last read. */
  default TriggerBatch triggers() {
    return Edges.NONE;
  }

  /** A recording that is read. */
  static EventSource of(RecordingReader reader) {
    return new EventSource() {
      @Override
      public boolean read(EventBatch events) throws IOException {
        return reader.read(events);
      }

      @Override
      public TriggerBatch triggers() {
        return reader.triggers();
      }
    };
  }
}
