package org.saccade.connectors.kafka;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.wire.SamplePackets;

/**
 * Reads the header of each packet of samples; the payload stays as it is until behind the {@code
 * keyBy}.
 */
public final class ReadSamplePackets extends ReadRecords<RawSamplePacket> {
  private static final long serialVersionUID = 1L;

  /**
   * @param job name that dead letters carry
   */
  public ReadSamplePackets(String job) {
    this(job, null);
  }

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  public ReadSamplePackets(String job, String registryUrl) {
    super(job, registryUrl, new RawSamplePacketTypeInfo());
  }

  @Override
  protected Reader<RawSamplePacket> reader(IntFunction<Schema> registry) {
    return new SamplePackets(registry)::read;
  }
}
