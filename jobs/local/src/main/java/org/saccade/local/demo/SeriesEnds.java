package org.saccade.local.demo;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.saccade.connectors.kafka.BrokerUnreachableException;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.NeuralJob;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Id;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.wire.RecordCodec;

/**
 * Ends series: a feature has no last value by itself, so a value of another session that is no
 * number is sent behind it, at which the drift job sums the session up.
 */
final class SeriesEnds {
  /** Session of the values that end the others. */
  static final String SESSION = "demo-has-ended";

  private SeriesEnds() {}

  /**
   * @param topic of features
   * @param series features by stream
   * @param ofBrains streams whose features the neural job made; those of others are the events
   *     job's
   */
  static void send(
      KafkaConnection connection,
      String topic,
      Map<String, ? extends Map<String, ?>> series,
      Set<String> ofBrains)
      throws BrokerUnreachableException {
    RecordCodec<Feature> codec = new RecordCodec<>(Feature.class);
    try (Producer<byte[], byte[]> producer = Producers.packets(connection)) {
      series.forEach(
          (stream, features) ->
              features
                  .keySet()
                  .forEach(
                      name -> {
                        byte[] key = stream.getBytes(StandardCharsets.UTF_8);
                        var unused =
                            producer.send(
                                new ProducerRecord<>(
                                    topic,
                                    key,
                                    codec.encode(end(stream, name, ofBrains.contains(stream)))));
                      }));
      producer.flush();
    }
  }

  /** Of the job that made the values before it: it is part of what a series is. */
  private static Feature end(String stream, String name, boolean ofBrain) {
    Provenance provenance =
        new Provenance(
            new Id(new byte[16]),
            stream,
            SESSION,
            0L,
            0L,
            null,
            ofBrain ? NeuralJob.NAME : EventsJob.NAME,
            "",
            "",
            "",
            -1,
            -1L,
            -1L);
    return new Feature(provenance, stream, SESSION, name, 0L, Double.NaN);
  }
}
