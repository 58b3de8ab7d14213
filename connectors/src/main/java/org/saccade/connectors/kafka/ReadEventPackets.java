package org.saccade.connectors.kafka;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

/**
 * Reads the header of each packet of events; the payload stays as it is until behind the {@code
 * keyBy}.
 */
public final class ReadEventPackets extends ReadRecords<RawEventPacket> {
  private static final long serialVersionUID = 1L;

  /**
   * @param job name that dead letters carry
   */
  public ReadEventPackets(String job) {
    this(job, null);
  }

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  public ReadEventPackets(String job, String registryUrl) {
    super(job, registryUrl, new RawEventPacketTypeInfo());
  }

  @Override
  protected Reader<RawEventPacket> reader(IntFunction<Schema> registry) {
    return new EventPackets(registry)::read;
  }
}
