package org.saccade.operators.sequence;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.schemas.packet.PacketHeader;

/** A header and nothing else; 1 ms a packet unless told otherwise. */
record Packet(
    String stream, String session, long sequence, long timeBase, long timeEnd, boolean last)
    implements PacketHeader {

  static final PacketForm<Packet> FORM =
      new PacketForm<>() {
        @Override
        public void write(Packet p, DataOutput out) throws IOException {
          out.writeUTF(p.session);
          out.writeLong(p.sequence);
          out.writeLong(p.timeBase);
          out.writeLong(p.timeEnd);
          out.writeBoolean(p.last);
        }

        @Override
        public Packet read(DataInput in) throws IOException {
          return new Packet(
              "s", in.readUTF(), in.readLong(), in.readLong(), in.readLong(), in.readBoolean());
        }

        @Override
        public long bytes(Packet packet) {
          return 100;
        }
      };

  static Packet packet(String session, long sequence) {
    return new Packet("s", session, sequence, sequence * 1000, sequence * 1000 + 999, false);
  }

  Packet at(long timeBase) {
    return new Packet(stream, session, sequence, timeBase, timeBase + 999, last);
  }

  Packet asLast() {
    return new Packet(stream, session, sequence, timeBase, timeEnd, true);
  }

  @Override
  public int count() {
    return 1;
  }
}
