package org.saccade.connectors.kafka;

/**
 * A topic as the brokers have it.
 *
 * @param exists false: the brokers do not have it, and the rest is 0 or empty
 * @param partitions number of partitions
 * @param replicas copies of the first partition
 * @param timestampType {@code LogAppendTime} or {@code CreateTime}
 * @param maxMessageBytes largest record batch, bytes
 * @param records offsets between the earliest and the latest of all partitions: records, and the
 *     marks of transactions
 */
public record TopicState(
    String name,
    boolean exists,
    int partitions,
    int replicas,
    String timestampType,
    int maxMessageBytes,
    long records) {

  static TopicState missing(String name) {
    return new TopicState(name, false, 0, 0, "", 0, 0);
  }
}
