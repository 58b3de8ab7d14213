package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.sequence.PacketForm;
import org.saccade.schemas.packet.RawPacket;

/**
 * How a packet is kept while it waits: as it writes itself.
 *
 * @param reader reads what {@link RawPacket#write} wrote
 */
public record RawPacketForm<P extends RawPacket>(Reader<P> reader) implements PacketForm<P> {
  /** Reads a packet back. */
  @FunctionalInterface
  public interface Reader<P> {
    P read(DataInput in) throws IOException;
  }

  @Override
  public void write(P packet, DataOutput out) throws IOException {
    packet.write(out);
  }

  @Override
  public P read(DataInput in) throws IOException {
    return reader.read(in);
  }

  @Override
  public long bytes(P packet) {
    return packet.memoryBytes();
  }
}
