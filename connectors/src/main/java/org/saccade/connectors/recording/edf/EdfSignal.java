package org.saccade.connectors.recording.edf;

import org.saccade.schemas.packet.SampleChannel;

/**
 * One signal of a record.
 *
 * @param channel what it measures; null: texts
 * @param samples of it in a record
 * @param offset where they begin in a record, bytes
 */
record EdfSignal(SampleChannel channel, int samples, int offset) {
  boolean isAnnotations() {
    return channel == null;
  }
}
