package org.saccade.connectors.recording;

import java.io.Closeable;
import java.io.IOException;
import org.saccade.schemas.batch.SampleBatch;

/** Writes samples in one format. Closing flushes and closes the stream below. */
public interface SampleWriter extends Closeable {
  /**
   * Writes a stretch of samples.
   *
   * @param batch values as stored
   * @param firstMicros sensor time of its first sample, microseconds
   */
  void write(SampleBatch batch, long firstMicros) throws IOException;
}
