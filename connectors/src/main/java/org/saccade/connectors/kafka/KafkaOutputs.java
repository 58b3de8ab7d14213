package org.saccade.connectors.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.KafkaSinkBuilder;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Flink sinks for all topics of one job.
 *
 * <p>At-least-once: after a failure records come twice, with the same id; a reader that minds drops
 * what it has seen. Exactly-once: records become visible (to readers with {@code
 * isolation.level=read_committed}) when the checkpoint that holds them is complete, so results are
 * late by up to the checkpoint interval. Transactions are named from a pool, which asks a broker
 * about open transactions instead of trying names; a job that used it stays with it.
 *
 * @param connection where the brokers are
 * @param guarantee at least once or exactly once
 * @param transactionalIdPrefix names of transactions begin with it and the topic: unique to the job
 *     on its brokers; used by exactly-once alone
 * @param transactionTimeout longer than a checkpoint and a restart together, or what a failed job
 *     wrote is lost; at most the brokers' {@code transaction.max.timeout.ms} (15 minutes)
 */
public record KafkaOutputs(
    KafkaConnection connection,
    DeliveryGuarantee guarantee,
    String transactionalIdPrefix,
    Duration transactionTimeout) {

  /** The brokers' own bound, unless they are told otherwise. */
  public static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  private static final Map<String, String> DEFAULTS = ProducerDefaults.PACKETS;

  public KafkaOutputs {
    if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
      if (transactionalIdPrefix == null || transactionalIdPrefix.isBlank()) {
        throw new IllegalArgumentException(
            "exactly-once needs a transactionalIdPrefix that is unique to the job");
      }
      if (transactionTimeout.compareTo(Duration.ofSeconds(1)) < 0) {
        throw new IllegalArgumentException(
            "transactionTimeout=" + transactionTimeout + " must be at least PT1S");
      }
    }
  }

  /** Nothing is lost; after a failure some records come twice, with the same id. */
  public static KafkaOutputs atLeastOnce(KafkaConnection connection) {
    return new KafkaOutputs(
        connection, DeliveryGuarantee.AT_LEAST_ONCE, "", DEFAULT_TRANSACTION_TIMEOUT);
  }

  /** In transactions that end with each checkpoint. */
  public static KafkaOutputs exactlyOnce(KafkaConnection connection, String prefix) {
    return new KafkaOutputs(
        connection, DeliveryGuarantee.EXACTLY_ONCE, prefix, DEFAULT_TRANSACTION_TIMEOUT);
  }

  public KafkaOutputs withTransactionTimeout(Duration timeout) {
    return new KafkaOutputs(connection, guarantee, transactionalIdPrefix, timeout);
  }

  /** A sink of records of one type; each goes under the key of its stream. */
  public <T extends SpecificRecordBase> KafkaSink<T> sink(String topic, Class<T> type) {
    Map<String, String> defaults = new HashMap<>(DEFAULTS);
    defaults.put(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, String.valueOf(transactionTimeout.toMillis()));
    KafkaSinkBuilder<T> builder =
        KafkaSink.<T>builder()
            .setBootstrapServers(connection.bootstrapServers())
            .setKafkaProducerConfig(connection.properties(defaults))
            .setRecordSerializer(new FramedRecords<>(topic, type))
            .setDeliveryGuarantee(guarantee);
    if (guarantee == DeliveryGuarantee.EXACTLY_ONCE) {
      builder
          .setTransactionalIdPrefix(transactionalIdPrefix + "-" + topic)
          .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING);
    }
    return builder.build();
  }
}
