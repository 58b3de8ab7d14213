package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.SampleEncoding;

/**
 * A packet of samples whose payload is still as the producer wrote it.
 *
 * @param epochMicros Unix time of sensor time 0, {@link RawPacket#NO_EPOCH} where unknown
 * @param firstSample number of the first sample in the session
 * @param count samples a channel
 * @param record the whole value of the Kafka record; the payload is its end
 */
public record RawSamplePacket(
    String stream,
    String session,
    long sequence,
    long epochMicros,
    long firstSample,
    SampleRate rate,
    long timeBase,
    List<SampleChannel> channels,
    SampleEncoding encoding,
    int count,
    boolean last,
    byte[] record,
    int payloadOffset,
    Origin origin)
    implements RawPacket {
  private static final SampleEncoding[] ENCODINGS = SampleEncoding.values();
  private static final ChannelType[] TYPES = ChannelType.values();
  private static final long FIELDS_BYTES = 512;
  private static final long CHANNEL_BYTES = 128;

  public RawSamplePacket {
    channels = List.copyOf(channels);
  }

  /** Sensor time of the last sample, microseconds. */
  @Override
  public long timeEnd() {
    return timeBase + (count == 0 ? 0 : rate.micros(count - 1L));
  }

  @Override
  public long memoryBytes() {
    return FIELDS_BYTES + CHANNEL_BYTES * channels.size() + record.length;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    out.writeUTF(session);
    out.writeLong(sequence);
    out.writeLong(epochMicros);
    out.writeLong(firstSample);
    out.writeLong(rate.numerator());
    out.writeLong(rate.denominator());
    out.writeLong(timeBase);
    writeChannels(channels, out);
    out.writeByte(encoding.ordinal());
    out.writeInt(count);
    out.writeBoolean(last);
    out.writeInt(record.length);
    out.write(record);
    out.writeInt(payloadOffset);
    origin.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static RawSamplePacket read(DataInput in) throws IOException {
    String stream = in.readUTF();
    String session = in.readUTF();
    long sequence = in.readLong();
    long epochMicros = in.readLong();
    long firstSample = in.readLong();
    SampleRate rate = new SampleRate(in.readLong(), in.readLong());
    long timeBase = in.readLong();
    List<SampleChannel> channels = readChannels(in);
    SampleEncoding encoding = ENCODINGS[in.readByte()];
    int count = in.readInt();
    boolean last = in.readBoolean();
    byte[] record = new byte[in.readInt()];
    in.readFully(record);
    return new RawSamplePacket(
        stream,
        session,
        sequence,
        epochMicros,
        firstSample,
        rate,
        timeBase,
        channels,
        encoding,
        count,
        last,
        record,
        in.readInt(),
        Origin.read(in));
  }

  /** Writes the descriptions of channels. */
  public static void writeChannels(List<SampleChannel> channels, DataOutput out)
      throws IOException {
    out.writeInt(channels.size());
    for (SampleChannel channel : channels) {
      out.writeUTF(channel.name());
      out.writeByte(channel.type().ordinal());
      out.writeUTF(channel.unit());
      out.writeDouble(channel.scale());
      out.writeDouble(channel.offset());
    }
  }

  /** Reads what {@link #writeChannels} wrote. */
  public static List<SampleChannel> readChannels(DataInput in) throws IOException {
    List<SampleChannel> channels = new ArrayList<>();
    for (int n = in.readInt(); n > 0; n--) {
      channels.add(
          new SampleChannel(
              in.readUTF(), TYPES[in.readByte()], in.readUTF(), in.readDouble(), in.readDouble()));
    }
    return channels;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RawSamplePacket r
        && stream.equals(r.stream)
        && session.equals(r.session)
        && sequence == r.sequence
        && epochMicros == r.epochMicros
        && firstSample == r.firstSample
        && rate.equals(r.rate)
        && timeBase == r.timeBase
        && channels.equals(r.channels)
        && encoding == r.encoding
        && count == r.count
        && last == r.last
        && Arrays.equals(record, r.record)
        && payloadOffset == r.payloadOffset
        && origin.equals(r.origin);
  }

  @Override
  public int hashCode() {
    return (stream.hashCode() * 31 + session.hashCode()) * 31 + Long.hashCode(sequence);
  }

  @Override
  public String toString() {
    return String.format(
        "RawSamplePacket[%s/%s #%d, samples %d to %d of %d channels at %s, %s%s]",
        stream,
        session,
        sequence,
        firstSample,
        firstSample + count,
        channels.size(),
        rate,
        encoding,
        last ? ", last" : "");
  }
}
