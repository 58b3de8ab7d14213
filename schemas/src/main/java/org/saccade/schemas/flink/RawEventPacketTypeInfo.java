package org.saccade.schemas.flink;

import org.saccade.schemas.packet.RawEventPacket;

/** Undecoded packets of events, on the edges between operators. */
public final class RawEventPacketTypeInfo extends SerializedTypeInfo<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  public RawEventPacketTypeInfo() {
    super(RawEventPacket.class, RawEventPacketSerializer.INSTANCE);
  }
}
