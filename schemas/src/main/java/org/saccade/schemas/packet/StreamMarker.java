package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.schemas.MarkerKind;

/**
 * A marker, as it was read: an annotation, a trigger edge, a stimulus code.
 *
 * @param stream the sensor whose packets it marks
 * @param session the run of that sensor's clock
 * @param sequence number among the session's markers, from 0
 * @param epochMicros Unix time of sensor time 0; {@link RawPacket#NO_EPOCH}: not known
 * @param time sensor time, microseconds
 * @param duration microseconds; 0: an instant
 * @param code trigger channel or stimulus code; null: none
 * @param value a trigger's polarity; null: none
 * @param origin where it was read
 */
public record StreamMarker(
    String stream,
    String session,
    long sequence,
    long epochMicros,
    long time,
    long duration,
    MarkerKind kind,
    Long code,
    Long value,
    String text,
    Origin origin)
    implements PacketHeader {
  private static final MarkerKind[] KINDS = MarkerKind.values();
  private static final long FIELDS_BYTES = 256;

  @Override
  public long timeBase() {
    return time;
  }

  /** Its begin: how long it lasts has nothing to do with the order of markers. */
  @Override
  public long timeEnd() {
    return time;
  }

  /** Sessions end with packets, not with markers. */
  @Override
  public boolean last() {
    return false;
  }

  @Override
  public int count() {
    return 1;
  }

  /** What it says: its text; its code in decimals where it has none. */
  public String label() {
    return text.isEmpty() && code != null ? Long.toString(code) : text;
  }

  /** Memory that it takes, bytes, the fields besides the text estimated. */
  public long memoryBytes() {
    return FIELDS_BYTES + 2L * text.length();
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    out.writeUTF(session);
    out.writeLong(sequence);
    out.writeLong(epochMicros);
    out.writeLong(time);
    out.writeLong(duration);
    out.writeByte(kind.ordinal());
    writeOptional(code, out);
    writeOptional(value, out);
    out.writeUTF(text);
    origin.write(out);
  }

  public static StreamMarker read(DataInput in) throws IOException {
    return new StreamMarker(
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        KINDS[in.readByte()],
        readOptional(in),
        readOptional(in),
        in.readUTF(),
        Origin.read(in));
  }

  private static void writeOptional(Long number, DataOutput out) throws IOException {
    out.writeBoolean(number != null);
    if (number != null) {
      out.writeLong(number);
    }
  }

  private static Long readOptional(DataInput in) throws IOException {
    return in.readBoolean() ? (Long) in.readLong() : null;
  }
}
