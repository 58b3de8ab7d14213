package org.saccade.connectors.kafka;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.flink.StreamMarkerSerializer;
import org.saccade.schemas.packet.StreamMarker;
import org.saccade.schemas.wire.StreamMarkers;

/** Reads markers. */
public final class ReadMarkers extends ReadRecords<StreamMarker> {
  private static final long serialVersionUID = 1L;

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  public ReadMarkers(String job, String registryUrl) {
    super(job, registryUrl, StreamMarkerSerializer.TYPE);
  }

  @Override
  protected Reader<StreamMarker> reader(IntFunction<Schema> registry) {
    return new StreamMarkers(registry)::read;
  }
}
