package org.saccade.connectors.kafka;

import java.util.function.IntFunction;
import org.apache.avro.Schema;
import org.saccade.schemas.flink.FeatureSampleSerializer;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.wire.FeatureSamples;

/** Reads values of features. */
public final class ReadFeatures extends ReadRecords<FeatureSample> {
  private static final long serialVersionUID = 1L;

  /**
   * @param job name that dead letters carry
   * @param registryUrl schema registry for records in Confluent framing; null: none, such records
   *     are rejected
   */
  public ReadFeatures(String job, String registryUrl) {
    super(job, registryUrl, FeatureSampleSerializer.TYPE);
  }

  @Override
  protected Reader<FeatureSample> reader(IntFunction<Schema> registry) {
    return new FeatureSamples(registry)::read;
  }
}
