package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.schemas.EventEncoding;

/**
 * A packet of events whose payload is still as the producer wrote it.
 *
 * @param epochMicros Unix time of sensor time 0, {@link #NO_EPOCH} where unknown
 * @param decoderState state of the encoding's decoder before the payload; empty: carry it
 * @param count events that the payload declares
 * @param record the record's bytes; the payload is their end
 */
public record RawEventPacket(
    String stream,
    String session,
    long sequence,
    long timeBase,
    long timeEnd,
    long epochMicros,
    int width,
    int height,
    EventEncoding encoding,
    byte[] decoderState,
    int count,
    boolean last,
    byte[] record,
    int payloadOffset,
    Origin origin)
    implements RawPacket {
  private static final EventEncoding[] ENCODINGS = EventEncoding.values();
  private static final long FIELDS_BYTES = 512;

  @Override
  public long memoryBytes() {
    return FIELDS_BYTES + record.length;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    out.writeUTF(session);
    out.writeLong(sequence);
    out.writeLong(timeBase);
    out.writeLong(timeEnd);
    out.writeLong(epochMicros);
    out.writeInt(width);
    out.writeInt(height);
    out.writeByte(encoding.ordinal());
    out.writeShort(decoderState.length);
    out.write(decoderState);
    out.writeInt(count);
    out.writeBoolean(last);
    out.writeInt(record.length);
    out.write(record);
    out.writeInt(payloadOffset);
    origin.write(out);
  }

  /** Reads what {@link #write} wrote. */
  public static RawEventPacket read(DataInput in) throws IOException {
    return new RawEventPacket(
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readInt(),
        in.readInt(),
        ENCODINGS[in.readByte()],
        bytes(in, in.readUnsignedShort()),
        in.readInt(),
        in.readBoolean(),
        bytes(in, in.readInt()),
        in.readInt(),
        Origin.read(in));
  }

  private static byte[] bytes(DataInput in, int length) throws IOException {
    byte[] b = new byte[length];
    in.readFully(b);
    return b;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RawEventPacket r
        && stream.equals(r.stream)
        && session.equals(r.session)
        && sequence == r.sequence
        && timeBase == r.timeBase
        && timeEnd == r.timeEnd
        && epochMicros == r.epochMicros
        && width == r.width
        && height == r.height
        && encoding == r.encoding
        && Arrays.equals(decoderState, r.decoderState)
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
        "RawEventPacket[%s/%s #%d, %d events, t %d..%d, %s, %d bytes%s]",
        stream,
        session,
        sequence,
        count,
        timeBase,
        timeEnd,
        encoding,
        payloadLength(),
        last ? ", last" : "");
  }
}
