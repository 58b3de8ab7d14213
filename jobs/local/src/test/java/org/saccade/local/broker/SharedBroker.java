package org.saccade.local.broker;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.TopicSettings;
import org.saccade.connectors.kafka.Topics;

/**
 * One embedded broker for all tests of a JVM; each test makes topics of its own.
 *
 * <pre>  {@literal @}RegisterExtension static final SharedBroker BROKER = new SharedBroker();</pre>
 */
public final class SharedBroker implements BeforeAllCallback {
  private static final AtomicInteger TOPICS = new AtomicInteger();

  private EmbeddedBroker broker;

  @Override
  public void beforeAll(ExtensionContext context) {
    broker =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.GLOBAL)
            .getOrComputeIfAbsent(SharedBroker.class, key -> start(), EmbeddedBroker.class);
  }

  private static EmbeddedBroker start() {
    try {
      return EmbeddedBroker.start();
    } catch (IOException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  public KafkaConnection connection() {
    return KafkaConnection.to(broker.bootstrapServers());
  }

  /** A new topic that nobody else uses. */
  public String newTopic(int partitions) throws IOException {
    String name = "topic-" + TOPICS.incrementAndGet();
    try (Topics topics = Topics.at(connection())) {
      topics.create(List.of(name), TopicSettings.DEFAULT.withPartitions(partitions));
    }
    return name;
  }

  /** All committed records that a topic has now, partition after partition. */
  public List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    return read(topic, "read_committed");
  }

  /** All records that a topic has now, those of open and aborted transactions too. */
  public List<ConsumerRecord<byte[], byte[]>> readUncommitted(String topic) {
    return read(topic, "read_uncommitted");
  }

  private List<ConsumerRecord<byte[], byte[]>> read(String topic, String isolation) {
    Map<String, Object> properties =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            broker.bootstrapServers(),
            ConsumerConfig.ISOLATION_LEVEL_CONFIG,
            isolation);
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer
          .partitionsFor(topic)
          .forEach(
              p -> {
                TopicPartition partition = new TopicPartition(topic, p.partition());
                List<TopicPartition> one = List.of(partition);
                consumer.assign(one);
                consumer.seekToBeginning(one);
                long end = consumer.endOffsets(one).get(partition);
                while (consumer.position(partition) < end) {
                  consumer.poll(java.time.Duration.ofMillis(100)).forEach(all::add);
                }
              });
    }
    return all;
  }
}
