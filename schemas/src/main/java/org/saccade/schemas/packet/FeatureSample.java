package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One value of a feature, as it was read.
 *
 * @param stream the sensor
 * @param name of the feature
 * @param source uid of the operator that made it; empty for one from outside
 * @param session one uninterrupted run of the sensor's clock
 * @param time sensor time, microseconds
 * @param epochMicros Unix time of sensor time 0; {@link RawEventPacket#NO_EPOCH}: not known
 * @param value any double
 * @param origin where it was read
 */
public record FeatureSample(
    String stream,
    String name,
    String source,
    String session,
    long time,
    long epochMicros,
    double value,
    Origin origin) {

  /** The series that it is part of: a stream's feature of a source. */
  public SeriesKey series() {
    return new SeriesKey(stream, name, source);
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(stream);
    out.writeUTF(name);
    out.writeUTF(source);
    out.writeUTF(session);
    out.writeLong(time);
    out.writeLong(epochMicros);
    out.writeDouble(value);
    origin.write(out);
  }

  public static FeatureSample read(DataInput in) throws IOException {
    return new FeatureSample(
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        in.readDouble(),
        Origin.read(in));
  }
}
