package org.saccade.operators.types;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.saccade.schemas.EventEncoding;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** An undecoded packet over the network: its own byte form. Nobody writes into its arrays. */
public final class RawEventPacketSerializer extends TypeSerializerSingleton<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  /** The one instance; it has no state. */
  public static final RawEventPacketSerializer INSTANCE = new RawEventPacketSerializer();

  private static final byte[] NONE = {};
  private static final RawEventPacket EMPTY =
      new RawEventPacket(
          "",
          "",
          0,
          0,
          0,
          RawEventPacket.NO_EPOCH,
          1,
          1,
          EventEncoding.COLUMNAR,
          NONE,
          0,
          false,
          NONE,
          0,
          Origin.file(0));

  @Override
  public boolean isImmutableType() {
    return true;
  }

  @Override
  public RawEventPacket createInstance() {
    return EMPTY;
  }

  @Override
  public RawEventPacket copy(RawEventPacket from) {
    return from;
  }

  @Override
  public RawEventPacket copy(RawEventPacket from, RawEventPacket reuse) {
    return from;
  }

  @Override
  public int getLength() {
    return -1;
  }

  @Override
  public void serialize(RawEventPacket packet, DataOutputView target) throws IOException {
    packet.write(target);
  }

  @Override
  public RawEventPacket deserialize(DataInputView source) throws IOException {
    return RawEventPacket.read(source);
  }

  @Override
  public RawEventPacket deserialize(RawEventPacket reuse, DataInputView source) throws IOException {
    return RawEventPacket.read(source);
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    RawEventPacket.read(source).write(target);
  }

  @Override
  public TypeSerializerSnapshot<RawEventPacket> snapshotConfiguration() {
    return new Snapshot();
  }

  /** What a savepoint says of this serializer. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RawEventPacket> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
