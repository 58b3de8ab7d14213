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
  /** Event times lie within ±2^61 µs: the header's bound, and as much again for what follows. */
  private static final int MAX_TIME_BITS = 61;

  private final TriggerBatch triggers = new TriggerBatch(64);
  private final ViolationCounts violations = new ViolationCounts();
  private EventEncoding carried = EventEncoding.UNKNOWN;
  private EventDecoder decoder;
  private boolean fresh = true;

  /**
   * Replaces what the batch holds with the packet's events.
   *
   * @throws MalformedPayloadException if the payload is not what the packet says it is; then the
   *     batch is empty, and what follows is as after a break
   */
  public void decode(RawEventPacket packet, EventBatch batch) throws MalformedPayloadException {
    boolean carry = !fresh;
    fresh = true;
    batch.clear();
    triggers.clear();
    boolean columnar = packet.encoding() == EventEncoding.COLUMNAR;
    if (columnar) {
      ColumnarCodec.decode(
          packet.record(),
          packet.payloadOffset(),
          packet.payloadLength(),
          packet.count(),
          packet.timeBase(),
          batch);
    } else {
      decodeWords(packet, batch, carry);
    }
    checkTimes(batch);
    fresh = columnar;
  }

  /** So far apart that differences overflow, no times of a sensor are. */
  private void checkTimes(EventBatch batch) throws MalformedPayloadException {
    long[] t = batch.t();
    int n = batch.size();
    long wide = 0;
    for (int i = 0; i < n; i++) {
      wide |= t[i] ^ t[i] >> 63;
    }
    if (wide >>> MAX_TIME_BITS != 0) {
      batch.clear();
      throw new MalformedPayloadException(
          "payload has event times outside of ±2^" + MAX_TIME_BITS + " µs");
    }
  }

  private void decodeWords(RawEventPacket packet, EventBatch batch, boolean carry)
      throws MalformedPayloadException {
    boolean same = carried == packet.encoding();
    use(packet.encoding());
    int from = packet.payloadOffset();
    int end = packet.record().length;
    long most =
        (long) (packet.payloadLength() / decoder.maxUnitBytes()) * decoder.maxEventsPerUnit();
    if (packet.count() < 0 || packet.count() > most) {
      throw new MalformedPayloadException(
          String.format(
              "count=%d does not fit an %s payload of %d bytes",
              packet.count(), packet.encoding(), end - from));
    }
    if (packet.decoderState().length > 0) {
      try {
        decoder.restore(packet.decoderState());
      } catch (IllegalArgumentException e) {
        throw new MalformedPayloadException("decoderState: " + e.getMessage());
      }
    } else if (!carry || !same) {
      decoder.reset(packet.timeBase());
    }
    batch.ensureCapacity(packet.count() + decoder.maxEventsPerUnit());
    int stopped = decoder.decode(packet.record(), from, end, batch, triggers);
    while (triggers.room() < 1 && batch.size() <= packet.count() && stopped < end) {
      triggers.ensureRoom();
      stopped = decoder.decode(packet.record(), stopped, end, batch, triggers);
    }
    violations.add(decoder.violations());
    decoder.violations().clear();
    if (stopped != end || batch.size() > packet.count()) {
      int found = batch.size();
      batch.clear();
      triggers.clear();
      throw new MalformedPayloadException(
          String.format(
              "%s payload of %d bytes declares %d events; %d were found up to byte %d",
              packet.encoding(), end - from, packet.count(), found, stopped - from));
    }
  }

  private void use(EventEncoding encoding) throws MalformedPayloadException {
    if (carried != encoding) {
      decoder = WordDecoders.of(encoding);
      carried = encoding;
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

  /**
   * Goes on from a state that {@link #state()} gave.
   *
   * @throws IllegalArgumentException if it is no such state
   */
  public void restore(byte[] state) {
    EventEncoding[] encodings = EventEncoding.values();
    if (state.length < 2 || state[0] < 0 || state[0] >= encodings.length) {
      throw new IllegalArgumentException(
          "state of " + state.length + " bytes is none of a payload decoder");
    }
    try {
      carried = EventEncoding.UNKNOWN;
      decoder = null;
      EventEncoding encoding = encodings[state[0]];
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
