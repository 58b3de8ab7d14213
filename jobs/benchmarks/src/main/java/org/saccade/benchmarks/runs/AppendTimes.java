package org.saccade.benchmarks.runs;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.local.run.RunningJob;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;

/** When the broker appended each packet, and each result. */
final class AppendTimes {
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LOOK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  private final KafkaConnection connection;
  private final Map<String, Integer> streams = new HashMap<>();
  private final long packetsEach;

  AppendTimes(KafkaConnection connection, List<SensorPackets> sensors) {
    this.connection = connection;
    for (SensorPackets sensor : sensors) {
      streams.put(sensor.stream(), streams.size());
    }
    packetsEach = sensors.get(0).packets();
  }

  /**
   * Waits until there is a result for each packet.
   *
   * @throws IllegalStateException if they have not come 2 minutes after
   */
  void awaitResults(String topic, RunningJob job) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      long expected = packetsEach * streams.size();
      while (true) {
        long there =
            consumer.endOffsets(partitions).values().stream().mapToLong(Long::longValue).sum();
        if (there >= expected) {
          return;
        }
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(
              there + " of " + expected + " results came within 2 minutes after the last packet");
        }
        job.failIfEnded();
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  /**
   * Latencies of many packets.
   *
   * @param sorted milliseconds from append to result
   * @param drainMillis from the last append of a packet to the last one of a result
   */
  record Latencies(long[] sorted, long drainMillis) {
    /** The smallest latency that the given part of all does not exceed. */
    long percentile(double part) {
      return sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)];
    }
  }

  /** Latencies of all packets but the first {@code skip} of each sensor. */
  Latencies latencies(String in, String out, long skip) throws RejectedRecordException {
    long[][] appended = read(in);
    long[][] answered = read(out);
    int each = (int) (packetsEach - skip);
    long[] all = new long[streams.size() * each];
    for (int s = 0; s < streams.size(); s++) {
      for (int i = 0; i < each; i++) {
        all[s * each + i] = answered[s][(int) skip + i] - appended[s][(int) skip + i];
      }
    }
    Arrays.sort(all);
    return new Latencies(all, latest(answered) - latest(appended));
  }

  private static long latest(long[][] times) {
    return Arrays.stream(times).flatMapToLong(Arrays::stream).max().orElseThrow();
  }

  /** Append times by stream and sequence, milliseconds. */
  private long[][] read(String topic) throws RejectedRecordException {
    long[][] times = new long[streams.size()][(int) packetsEach];
    EventPackets packets = new EventPackets();
    Origin origin = Origin.file(0);
    long left = packetsEach * streams.size();
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (left > 0) {
        var records = consumer.poll(POLL);
        if (records.isEmpty()) {
          throw new IllegalStateException(left + " records of topic " + topic + " cannot be read");
        }
        for (ConsumerRecord<byte[], byte[]> record : records) {
          RawEventPacket packet = packets.read(record.value(), origin);
          times[streams.get(packet.stream())][(int) packet.sequence()] = record.timestamp();
          left--;
        }
      }
    }
    return times;
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(p -> new TopicPartition(topic, p.partition()))
        .toList();
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            connection.bootstrapServers(),
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            8 << 20),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }
}
