package org.saccade.schemas.packet;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Where a packet was read: for tracing and dead letters; no output depends on it.
 *
 * @param topic input topic; empty for a file
 * @param partition input partition; -1 for a file
 * @param offset input offset; for a file the packet's number
 * @param timestampMillis the broker's time stamp, milliseconds of Unix time
 */
public record Origin(String topic, int partition, long offset, long timestampMillis) {
  /** The origin of packets that were not read from a topic. */
  public static Origin file(long number) {
    return new Origin("", -1, number, -1);
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeUTF(topic);
    out.writeInt(partition);
    out.writeLong(offset);
    out.writeLong(timestampMillis);
  }

  public static Origin read(DataInput in) throws IOException {
    return new Origin(in.readUTF(), in.readInt(), in.readLong(), in.readLong());
  }
}
