package org.saccade.connectors.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.saccade.schemas.wire.RejectedRecordException;

/**
 * Reads one topic without Flink and without a consumer group: all partitions, each in order.
 *
 * <pre>
 *   try (TopicReader reader = TopicReader.open(connection, "anomalies", true)) {
 *     while (!reader.atEnd()) {
 *       for (TopicRecord record : reader.poll(Duration.ofSeconds(1))) { … }
 *     }
 *   }
 * </pre>
 *
 * <p>Without the question for the end it follows the topic. Not thread-safe, but for {@link
 * #wakeUp}.
 */
public final class TopicReader implements AutoCloseable {
  private final Consumer<byte[], byte[]> consumer;
  private final String servers;
  private final Map<TopicPartition, Long> ends;
  private final AnyRecords records;

  private TopicReader(
      Consumer<byte[], byte[]> consumer,
      String servers,
      Map<TopicPartition, Long> ends,
      AnyRecords records) {
    this.consumer = consumer;
    this.servers = servers;
    this.ends = ends;
    this.records = records;
  }

  /**
   * Opens a topic whose records are framed as ours are.
   *
   * @param earliest begin at the first record that the topic has; false: at the next that comes
   * @throws BrokerUnreachableException if no broker answers
   * @throws UnknownTopicException if there is no such topic
   */
  public static TopicReader open(KafkaConnection connection, String topic, boolean earliest)
      throws IOException {
    return open(connection, topic, earliest, new AnyRecords());
  }

  /** Opens a topic, with a way to decode its records. */
  public static TopicReader open(
      KafkaConnection connection, String topic, boolean earliest, AnyRecords records)
      throws IOException {
    TopicState state;
    try (Topics topics = Topics.at(connection)) {
      state = topics.require(topic);
    }
    Properties properties =
        connection.properties(
            Map.of(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                "false",
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                "10000",
                ConsumerConfig.CLIENT_ID_CONFIG,
                "saccade-reader"));
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int p = 0; p < state.partitions(); p++) {
        partitions.add(new TopicPartition(topic, p));
      }
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
      if (earliest) {
        consumer.seekToBeginning(partitions);
      } else {
        ends.forEach(consumer::seek);
      }
      return new TopicReader(consumer, connection.bootstrapServers(), ends, records);
    } catch (TimeoutException e) {
      consumer.close();
      throw BrokerUnreachableException.of(connection.bootstrapServers(), e);
    } catch (KafkaException e) {
      consumer.close();
      throw new IOException("topic " + topic + ": " + e.getMessage(), e);
    }
  }

  /** The records that are there, at most some hundred; none after waiting so long, or woken up. */
  public List<TopicRecord> poll(Duration wait) {
    List<TopicRecord> found = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> r : consumer.poll(wait)) {
        found.add(
            decode(
                new KafkaRecord(
                    r.topic(), r.partition(), r.offset(), r.timestamp(), r.key(), r.value())));
      }
    } catch (WakeupException e) {
      // Somebody wants it to return.
    }
    return found;
  }

  private TopicRecord decode(KafkaRecord record) {
    try {
      return new TopicRecord(record, records.decode(record.value()), null);
    } catch (RejectedRecordException e) {
      return new TopicRecord(record, null, e);
    }
  }

  /**
   * Whether all that the topic had when it was opened is read.
   *
   * @throws BrokerUnreachableException if the brokers do not answer any more
   */
  public boolean atEnd() throws BrokerUnreachableException {
    try {
      for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
        if (consumer.position(end.getKey()) < end.getValue()) {
          return false;
        }
      }
      return true;
    } catch (TimeoutException e) {
      throw BrokerUnreachableException.of(servers, e);
    }
  }

  /** Makes a {@link #poll} that waits return; for any thread. */
  public void wakeUp() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
