package org.saccade.benchmarks.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;

/** Puts whole sessions onto a topic with the producer of the replay: a partition a sensor. */
final class Feeder implements AutoCloseable {
  private final String topic;
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  /** Makes the topic, and a producer for it. */
  Feeder(String bootstrap, String topic, String compression) throws IOException {
    this.topic = topic;
    KafkaConnection connection =
        new KafkaConnection(bootstrap, Map.of(ProducerConfig.COMPRESSION_TYPE_CONFIG, compression));
    try (Topics topics = Topics.at(connection)) {
      var unused =
          topics.create(
              List.of(topic), TopicSettings.DEFAULT.withPartitions(SensorPackets.SENSORS));
    }
    producer = Producers.packets(connection);
  }

  /** Sends all packets of all sensors, in turn, as fast as the broker takes them. */
  void sendAll(List<SensorPackets> sensors) throws IOException {
    long most = sensors.stream().mapToLong(SensorPackets::packets).max().orElse(0);
    for (long sequence = 0; sequence < most; sequence++) {
      for (int partition = 0; partition < sensors.size(); partition++) {
        if (sequence < sensors.get(partition).packets()) {
          send(sensors.get(partition), partition, sequence);
        }
      }
    }
    flush();
  }

  void send(SensorPackets sensor, int partition, long sequence) throws IOException {
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic,
                partition,
                sensor.stream().getBytes(StandardCharsets.UTF_8),
                sensor.record(sequence)),
            (metadata, e) -> {
              if (e != null) {
                failure.compareAndSet(null, e);
              }
            });
    throwFailure();
  }

  /** Waits until the broker has all. */
  void flush() throws IOException {
    producer.flush();
    throwFailure();
  }

  private void throwFailure() throws IOException {
    if (failure.get() != null) {
      throw new IOException("a packet was not taken: " + failure.get().getMessage(), failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
