package org.saccade.operators.types;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.saccade.schemas.packet.RawEventPacket;

/** Type information of the undecoded packet of events that crosses {@code keyBy}. */
public final class RawEventPacketTypeInfo extends TypeInformation<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  /** The one instance. */
  public static final RawEventPacketTypeInfo INSTANCE = new RawEventPacketTypeInfo();

  private RawEventPacketTypeInfo() {}

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<RawEventPacket> getTypeClass() {
    return RawEventPacket.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
  }

  @Override
  public TypeSerializer<RawEventPacket> createSerializer(SerializerConfig config) {
    return RawEventPacketSerializer.INSTANCE;
  }

  @Override
  public String toString() {
    return "RawEventPacket";
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof RawEventPacketTypeInfo;
  }

  @Override
  public int hashCode() {
    return RawEventPacketTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(Object o) {
    return o instanceof RawEventPacketTypeInfo;
  }
}
