package org.saccade.operators.stream;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.StreamMarker;

/** The packet that an output comes from, less its payload. */
record PacketContext(String stream, long epochMicros, Origin origin) {
  static PacketContext none(String stream) {
    return new PacketContext(stream, RawPacket.NO_EPOCH, Origin.file(0));
  }

  static PacketContext of(RawPacket packet) {
    return new PacketContext(packet.stream(), packet.epochMicros(), packet.origin());
  }

  static PacketContext of(StreamMarker marker) {
    return new PacketContext(marker.stream(), marker.epochMicros(), marker.origin());
  }

  /** The epoch as a record holds it: null where unknown. */
  Long epoch() {
    return epochMicros == RawPacket.NO_EPOCH ? null : (Long) epochMicros;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(epochMicros);
    origin.write(out);
  }

  static PacketContext read(String stream, DataInput in) throws IOException {
    return new PacketContext(stream, in.readLong(), Origin.read(in));
  }
}
