package org.saccade.schemas.flink;

import org.saccade.schemas.packet.RawSamplePacket;

/** Undecoded packets of samples, on the edges between operators. */
public final class RawSamplePacketTypeInfo extends SerializedTypeInfo<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  public RawSamplePacketTypeInfo() {
    super(RawSamplePacket.class, RawSamplePacketSerializer.INSTANCE);
  }
}
