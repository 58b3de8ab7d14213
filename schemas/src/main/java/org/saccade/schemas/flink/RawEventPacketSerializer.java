package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.RawEventPacket;

/** Writes packets as {@link RawEventPacket#write} does: the payload in one copy. */
public final class RawEventPacketSerializer extends PlainSerializer<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  public static final RawEventPacketSerializer INSTANCE = new RawEventPacketSerializer();

  @Override
  public void serialize(RawEventPacket packet, DataOutputView out) throws IOException {
    packet.write(out);
  }

  @Override
  public RawEventPacket deserialize(DataInputView in) throws IOException {
    return RawEventPacket.read(in);
  }

  @Override
  public TypeSerializerSnapshot<RawEventPacket> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: the fields in the order of {@link RawEventPacket#write}. */
  public static final class Snapshot extends FormatSnapshot<RawEventPacket> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<RawEventPacket> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
