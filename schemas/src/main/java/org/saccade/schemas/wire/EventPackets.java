package org.saccade.schemas.wire;

import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.ColumnarCodec;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Event packets between the wire and the stream, each field checked against its bound.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class EventPackets {
  /** Longest name of a stream or a session, characters. */
  public static final int MAX_NAME = 200;

  /** Most events in one packet. */
  public static final int MAX_EVENTS = 1 << 20;

  /** Largest record value, bytes. */
  public static final int MAX_BYTES = 16 << 20;

  /** Most pixels of a frame: state a pixel is allocated by what a packet declares. */
  public static final int MAX_PIXELS = 1 << 23;

  /** Times of a header lie within ±2^60 µs (36,000 years), so that differences cannot overflow. */
  public static final long MAX_TIME = 1L << 60;

  private static final int MAX_DECODER_STATE = 64;

  private final RecordCodec<EventPacket> codec;
  private byte[] scratch = new byte[1 << 16];

  public EventPackets() {
    this(null);
  }

  /**
   * @param registry gives the writer's schema of a Confluent-framed record; null: such records are
   *     rejected
   */
  public EventPackets(IntFunction<Schema> registry) {
    codec = new RecordCodec<>(EventPacket.class, registry, true);
  }

  /**
   * Reads a packet's header and leaves its payload undecoded.
   *
   * @throws RejectedRecordException if it is no event packet, or a field is out of its bound
   */
  public RawEventPacket read(byte[] value, Origin origin) throws RejectedRecordException {
    if (value != null && value.length > MAX_BYTES) {
      throw new RejectedRecordException(
          DeadLetterReason.TOO_LARGE,
          "record of " + value.length + " bytes, at most " + MAX_BYTES + " are read");
    }
    EventPacket packet = codec.decode(value);
    check("stream", packet.getStream());
    check("session", packet.getSession());
    check("sequence", packet.getSequence(), 0, Long.MAX_VALUE - 1);
    check("timeBase", packet.getTimeBase(), -MAX_TIME, MAX_TIME);
    check("timeEnd", packet.getTimeEnd(), -MAX_TIME, MAX_TIME);
    check("width", packet.getWidth(), 1, 1 << 15);
    check("height", packet.getHeight(), 1, 1 << 15);
    check("width * height", (long) packet.getWidth() * packet.getHeight(), 1, MAX_PIXELS);
    check("count", packet.getCount(), 0, MAX_EVENTS);
    check("decoderState length", packet.getDecoderState().remaining(), 0, MAX_DECODER_STATE);
    if (packet.getEncoding() == EventEncoding.UNKNOWN) {
      throw new RejectedRecordException(
          DeadLetterReason.UNKNOWN_ENCODING, "the encoding is not known to this release");
    }
    Long epoch = packet.getEpochMicros();
    if (epoch != null) {
      check("epochMicros", epoch, -MAX_TIME, MAX_TIME);
    }
    // The payload is a view of the value and its last field, so it need not be copied; a future
    // schema with fields behind it is read too, its payload then stands alone.
    ByteBuffer payload = packet.getPayload();
    boolean atEnd = payload.limit() == value.length;
    return new RawEventPacket(
        packet.getStream(),
        packet.getSession(),
        packet.getSequence(),
        packet.getTimeBase(),
        packet.getTimeEnd(),
        epoch == null ? RawEventPacket.NO_EPOCH : epoch,
        packet.getWidth(),
        packet.getHeight(),
        packet.getEncoding(),
        array(packet.getDecoderState()),
        packet.getCount(),
        packet.getLast(),
        atEnd ? value : array(payload),
        atEnd ? payload.position() : 0,
        origin);
  }

  /**
   * Writes events {@code from} (inclusive) to {@code to} (exclusive) of a batch as the payload of
   * {@code header}: encoding, count, decoder state and payload are set here, the rest is the
   * caller's.
   */
  public byte[] writeColumnar(EventPacket header, EventBatch batch, int from, int to) {
    int need = ColumnarCodec.maxBytes(to - from);
    if (scratch.length < need) {
      scratch = new byte[need];
    }
    int length = ColumnarCodec.encode(batch, from, to, header.getTimeBase(), scratch, 0);
    header.setEncoding(EventEncoding.COLUMNAR);
    header.setDecoderState(ByteBuffer.allocate(0));
    header.setCount(to - from);
    header.setPayload(ByteBuffer.wrap(scratch, 0, length));
    return codec.encode(header);
  }

  /** Writes a packet as it is. */
  public byte[] write(EventPacket packet) {
    return codec.encode(packet);
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
  }

  private static void check(String field, String value) throws RejectedRecordException {
    if (value.isEmpty() || value.length() > MAX_NAME) {
      throw new RejectedRecordException(
          DeadLetterReason.INVALID_FIELD,
          field + " has " + value.length() + " characters, expected 1 to " + MAX_NAME);
    }
  }

  private static void check(String field, long value, long min, long max)
      throws RejectedRecordException {
    if (value < min || value > max) {
      throw new RejectedRecordException(
          DeadLetterReason.INVALID_FIELD,
          field + "=" + value + " must be between " + min + " and " + max);
    }
  }
}
