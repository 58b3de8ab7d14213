package org.saccade.connectors.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.KafkaSourceBuilder;
import org.apache.flink.connector.kafka.source.KafkaSourceOptions;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A Flink source of undecoded records.
 *
 * <pre>
 *   KafkaInput input = KafkaInput.of(connection, "dvs.events").group("saccade-events");
 *   env.fromSource(input.source(), WatermarkStrategy.noWatermarks(), "dvs.events")
 *      .uid("dvs.events").process(new ReadEventPackets("events")) …
 * </pre>
 *
 * <p>No watermarks: nothing of ours decides by them. New partitions are found within 10 seconds.
 *
 * @param connection where the brokers are
 * @param topics topics to read
 * @param group consumer group whose offsets are committed with each checkpoint, for lag monitors
 * @param start where to begin without a checkpoint
 * @param bounded whether to end at the offsets that are the latest when the job starts
 */
public record KafkaInput(
    KafkaConnection connection,
    List<String> topics,
    String group,
    StartFrom start,
    boolean bounded) {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
          String.valueOf(8 << 20),
          ConsumerConfig.FETCH_MAX_BYTES_CONFIG,
          String.valueOf(32 << 20),
          ConsumerConfig.RECEIVE_BUFFER_CONFIG,
          String.valueOf(1 << 20),
          ConsumerConfig.ISOLATION_LEVEL_CONFIG,
          "read_committed",
          KafkaSourceOptions.PARTITION_DISCOVERY_INTERVAL_MS.key(),
          "10000",
          KafkaSourceOptions.CLIENT_ID_PREFIX.key(),
          "saccade");

  public KafkaInput {
    topics = List.copyOf(topics);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("no topic to read was given");
    }
  }

  /** Reads from the earliest offset, without end, as group {@code saccade}. */
  public static KafkaInput of(KafkaConnection connection, String... topics) {
    return new KafkaInput(connection, List.of(topics), "saccade", StartFrom.EARLIEST, false);
  }

  public KafkaInput group(String name) {
    return new KafkaInput(connection, topics, name, start, bounded);
  }

  public KafkaInput from(StartFrom where) {
    return new KafkaInput(connection, topics, group, where, bounded);
  }

  /** Ends at the offsets that are the latest when the job starts, or never. */
  public KafkaInput bounded(boolean ends) {
    return new KafkaInput(connection, topics, group, start, ends);
  }

  /** Kafka's consumer, set up as the source's are, without a group: for what runs without Flink. */
  public Consumer<byte[], byte[]> consumer() {
    ByteArrayDeserializer bytes = new ByteArrayDeserializer();
    return new KafkaConsumer<>(connection.properties(DEFAULTS), bytes, bytes);
  }

  public KafkaSource<KafkaRecord> source() {
    Map<String, String> defaults = new HashMap<>(DEFAULTS);
    KafkaSourceBuilder<KafkaRecord> builder =
        KafkaSource.<KafkaRecord>builder()
            .setTopics(topics)
            .setStartingOffsets(start.offsets())
            .setDeserializer(new UndecodedRecords());
    if (bounded) {
      builder.setBounded(OffsetsInitializer.latest());
    }
    return builder
        .setProperties(connection.properties(defaults))
        .setBootstrapServers(connection.bootstrapServers())
        .setGroupId(group)
        .build();
  }
}
