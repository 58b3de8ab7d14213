package org.saccade.schemas.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.packet.RawSamplePacket;

/** Writes packets as {@link RawSamplePacket#write} does: the payload in one copy. */
public final class RawSamplePacketSerializer extends PlainSerializer<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  public static final RawSamplePacketSerializer INSTANCE = new RawSamplePacketSerializer();

  @Override
  public void serialize(RawSamplePacket packet, DataOutputView out) throws IOException {
    packet.write(out);
  }

  @Override
  public RawSamplePacket deserialize(DataInputView in) throws IOException {
    return RawSamplePacket.read(in);
  }

  @Override
  public TypeSerializerSnapshot<RawSamplePacket> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Format 1: the fields in the order of {@link RawSamplePacket#write}. */
  public static final class Snapshot extends FormatSnapshot<RawSamplePacket> {
    public Snapshot() {
      super(1);
    }

    @Override
    protected TypeSerializer<RawSamplePacket> serializer(int ofFormat) {
      return INSTANCE;
    }
  }
}
