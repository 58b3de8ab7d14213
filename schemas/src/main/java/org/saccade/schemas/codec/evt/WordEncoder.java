package org.saccade.schemas.codec.evt;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Events and trigger edges into the words of one encoding, such that its decoder reads back the
 * same in the same order. The state goes on from call to call: one encoder a stream.
 */
public sealed interface WordEncoder permits Evt2Encoder, Evt21Encoder, Evt3Encoder {

  /** Most bytes that one call writes for {@code n} events or triggers. */
  int mostBytes(int n);

  /**
   * Writes events {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param out at least {@link #mostBytes} long from {@code offset} on
   * @return position after the last byte written
   * @throws IllegalArgumentException if the encoding cannot hold one of them; then nothing was
   *     written
   */
  int encode(EventBatch batch, int from, int to, byte[] out, int offset);

  /** Writes trigger edges; otherwise as for events. */
  int encode(TriggerBatch batch, int from, int to, byte[] out, int offset);

  /** State of a decoder that read all that was written: what a packet cut here carries. */
  byte[] decoderState();
}
