package org.saccade.schemas.packet;

import java.util.Arrays;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.MalformedPayloadException;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Decodes the payloads of one stream's packets, in order.
 *
 * <p>Columnar packets stand alone. A packet in the sensor's own encoding is decoded from the state
 * that it brings; one that brings none is decoded from where the packet before it ended, and after
 * a break ({@link #forget}) the decoder drops and counts until the stream tells the time again.
 */
public final class PayloadDecoder {
  private final TriggerBatch triggers = new TriggerBatch(64);
  private final ViolationCounts violations = new ViolationCounts();
  private EventEncoding carried = EventEncoding.UNKNOWN;
  private EventDecoder decoder;
  private boolean fresh = true;

  /**
   * Replaces what the batch holds with the packet's events.
   *
   * @throws MalformedPayloadException if the payload is not what the packet says it is
   */
  public void decode(RawEventPacket packet, EventBatch batch) throws MalformedPayloadException {
    if (packet.encoding() == EventEncoding.COLUMNAR) {
      ColumnarCodec.decode(
          packet.record(),
          packet.payloadOffset(),
          packet.payloadLength(),
          packet.count(),
          packet.timeBase(),
          batch);
    } else {
      decodeWords(packet, batch);
    }
  }

  private void decodeWords(RawEventPacket packet, EventBatch batch)
      throws MalformedPayloadException {
    use(packet.encoding());
    if (packet.decoderState().length > 0) {
      try {
        decoder.restore(packet.decoderState());
      } catch (IllegalArgumentException e) {
        throw new MalformedPayloadException("decoderState: " + e.getMessage());
      }
    } else if (fresh) {
      decoder.reset(packet.timeBase());
    }
    fresh = false;
    batch.clear();
    triggers.clear();
    batch.ensureCapacity(packet.count() + decoder.maxEventsPerUnit());
    int from = packet.payloadOffset();
    int end = packet.record().length;
    int stopped = decoder.decode(packet.record(), from, end, batch, triggers);
    violations.add(decoder.violations());
    decoder.violations().clear();
    if (stopped != end || batch.size() > packet.count()) {
      fresh = true;
      throw new MalformedPayloadException(
          String.format(
              "%s payload of %d bytes declares %d events; %d were found up to byte %d",
              packet.encoding(), end - from, packet.count(), batch.size(), stopped - from));
    }
  }

  private void use(EventEncoding encoding) throws MalformedPayloadException {
    if (carried != encoding) {
      decoder = WordDecoders.of(encoding);
      carried = encoding;
      fresh = true;
    }
  }

  /** Tells of a break (a gap, a new session): state is carried over it no longer. */
  public void forget() {
    fresh = true;
  }

  /** Trigger edges of the packet decoded last. */
  public TriggerBatch triggers() {
    return triggers;
  }

  /** What was wrong with the payloads so far; the caller clears it. */
  public ViolationCounts violations() {
    return violations;
  }

  /** The state between two packets, at most 66 bytes. */
  public byte[] state() {
    byte[] inner = decoder == null ? new byte[0] : decoder.state();
    byte[] state =
        Arrays.copyOf(
            new byte[] {(byte) carried.ordinal(), fresh ? (byte) 1 : 0}, inner.length + 2);
    System.arraycopy(inner, 0, state, 2, inner.length);
    return state;
  }

  /** Goes on from a state that {@link #state()} gave. */
  public void restore(byte[] state) {
    try {
      carried = EventEncoding.UNKNOWN;
      decoder = null;
      EventEncoding encoding = EventEncoding.values()[state[0]];
      if (encoding != EventEncoding.UNKNOWN) {
        use(encoding);
        decoder.restore(Arrays.copyOfRange(state, 2, state.length));
      }
      fresh = state[1] == 1;
    } catch (MalformedPayloadException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
