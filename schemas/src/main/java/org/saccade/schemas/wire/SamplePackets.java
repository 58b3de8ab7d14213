package org.saccade.schemas.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.Channel;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.codec.SamplePayload;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/**
 * Sample packets between the wire and the stream, each field checked against its bound.
 *
 * <p>Not thread-safe: one an operator.
 */
public final class SamplePackets {
  /** Most channels of one packet. */
  public static final int MAX_CHANNELS = 1 << 13;

  /** Most samples a channel. */
  public static final int MAX_SAMPLES = 1 << 20;

  private final RecordCodec<SamplePacket> codec;

  public SamplePackets() {
    this(null);
  }

  /**
   * @param registry gives the writer's schema of a Confluent-framed record; null: such records are
   *     rejected
   */
  public SamplePackets(IntFunction<Schema> registry) {
    codec = new RecordCodec<>(SamplePacket.class, registry, true);
  }

  /**
   * Reads a packet's header and leaves its payload undecoded.
   *
   * @throws RejectedRecordException if it is no sample packet, or a field is out of its bound
   */
  public RawSamplePacket read(byte[] value, Origin origin) throws RejectedRecordException {
    if (value != null && value.length > EventPackets.MAX_BYTES) {
      throw new RejectedRecordException(
          DeadLetterReason.TOO_LARGE,
          "record of " + value.length + " bytes, at most " + EventPackets.MAX_BYTES + " are read");
    }
    SamplePacket packet = codec.decode(value);
    check("stream length", packet.getStream().length(), 1, EventPackets.MAX_NAME);
    check("session length", packet.getSession().length(), 1, EventPackets.MAX_NAME);
    check("sequence", packet.getSequence(), 0, Long.MAX_VALUE - 1);
    check("firstSample", packet.getFirstSample(), 0, 1L << 40);
    check("timeBase", packet.getTimeBase(), -EventPackets.MAX_TIME, EventPackets.MAX_TIME);
    check("rateNumerator", packet.getRateNumerator(), 1, SampleRate.MAX);
    check("rateDenominator", packet.getRateDenominator(), 1, SampleRate.MAX);
    check("channels", packet.getChannels().size(), 1, MAX_CHANNELS);
    check("count", packet.getCount(), 0, MAX_SAMPLES);
    if (packet.getEncoding() == SampleEncoding.UNKNOWN) {
      throw new RejectedRecordException(
          DeadLetterReason.UNKNOWN_ENCODING, "the encoding is not known to this release");
    }
    Long epoch = packet.getEpochMicros();
    if (epoch != null) {
      check("epochMicros", epoch, -EventPackets.MAX_TIME, EventPackets.MAX_TIME);
    }
    ByteBuffer payload = packet.getPayload();
    boolean atEnd = payload.limit() == value.length;
    return new RawSamplePacket(
        packet.getStream(),
        packet.getSession(),
        packet.getSequence(),
        epoch == null ? RawEventPacket.NO_EPOCH : epoch,
        packet.getFirstSample(),
        new SampleRate(packet.getRateNumerator(), packet.getRateDenominator()),
        packet.getTimeBase(),
        channels(packet),
        packet.getEncoding(),
        packet.getCount(),
        packet.getLast(),
        atEnd ? value : array(payload),
        atEnd ? payload.position() : 0,
        origin);
  }

  private static List<SampleChannel> channels(SamplePacket packet) throws RejectedRecordException {
    List<SampleChannel> channels = new ArrayList<>();
    for (Channel c : packet.getChannels()) {
      try {
        channels.add(
            new SampleChannel(c.getName(), c.getType(), c.getUnit(), c.getScale(), c.getOffset()));
      } catch (IllegalArgumentException e) {
        throw new RejectedRecordException(DeadLetterReason.INVALID_FIELD, e.getMessage());
      }
    }
    return channels;
  }

  /**
   * Writes samples {@code from} (inclusive) to {@code to} (exclusive) of a batch as the payload of
   * {@code header}: count and payload are set here, the rest is the caller's.
   */
  public byte[] write(SamplePacket header, SampleBatch batch, int from, int to) {
    byte[] payload =
        new byte[SamplePayload.bytes(header.getEncoding(), batch.channels(), to - from)];
    SamplePayload.encode(batch, from, to, header.getEncoding(), payload, 0);
    header.setCount(to - from);
    header.setPayload(ByteBuffer.wrap(payload));
    return codec.encode(header);
  }

  /** The descriptions of channels as a packet holds them. */
  public static List<Channel> channels(List<SampleChannel> channels) {
    List<Channel> all = new ArrayList<>();
    for (SampleChannel c : channels) {
      all.add(new Channel(c.name(), c.type(), c.unit(), c.scale(), c.offset()));
    }
    return all;
  }

  private static byte[] array(ByteBuffer buffer) {
    byte[] copy = new byte[buffer.remaining()];
    buffer.duplicate().get(copy);
    return copy;
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
