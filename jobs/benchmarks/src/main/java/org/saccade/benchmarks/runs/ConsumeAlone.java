package org.saccade.benchmarks.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.KafkaInput;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;

/**
 * The most that any program can have from the topic on this machine: Kafka's own consumer, a thread
 * for each half of the partitions, decoding in place. No Flink, no keyBy.
 */
final class ConsumeAlone {
  private final String bootstrap;
  private final String topic;

  ConsumeAlone(String bootstrap, String topic) {
    this.bootstrap = bootstrap;
    this.topic = topic;
  }

  /** Reads the sensors' sessions to their end. */
  Outcome run(List<SensorPackets> sensors, int threads) throws Exception {
    Meter meter = Meter.expecting(sensors.stream().mapToLong(SensorPackets::packets).sum());
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      List<Future<?>> parts = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        List<TopicPartition> partitions = new ArrayList<>();
        long packets = 0;
        for (int partition = i; partition < sensors.size(); partition += threads) {
          partitions.add(new TopicPartition(topic, partition));
          packets += sensors.get(partition).packets();
        }
        long expected = packets;
        parts.add(executor.submit(() -> consume(partitions, expected, meter)));
      }
      for (Future<?> part : parts) {
        part.get();
      }
    } finally {
      executor.shutdownNow();
    }
    meter.checkComplete();
    return meter.outcome(sensors.stream().mapToLong(SensorPackets::events).sum());
  }

  private Void consume(List<TopicPartition> partitions, long expected, Meter meter)
      throws Exception {
    EventPackets packets = new EventPackets();
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch batch = new EventBatch(1 << 14);
    KafkaInput input = KafkaInput.of(KafkaConnection.to(bootstrap), topic);
    try (Consumer<byte[], byte[]> consumer = input.consumer()) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (long seen = 0; seen < expected; ) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          RawEventPacket packet = packets.read(record.value(), Origin.file(record.offset()));
          decoder.decode(packet, batch);
          meter.packet(batch.size());
          seen++;
        }
      }
    }
    return null;
  }
}
