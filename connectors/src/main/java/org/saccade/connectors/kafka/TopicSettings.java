package org.saccade.connectors.kafka;

/**
 * How topics are created.
 *
 * @param partitions partitions of each; streams are spread over them by key
 * @param replicas copies of each partition; 0: the brokers' default
 * @param maxMessageBytes largest record batch, bytes
 */
public record TopicSettings(int partitions, int replicas, int maxMessageBytes) {
  /** 4 partitions, the brokers' default of replicas, packets up to 16 MiB with their envelope. */
  public static final TopicSettings DEFAULT = new TopicSettings(4, 0, 17 << 20);

  public TopicSettings {
    if (partitions < 1 || partitions > 10_000) {
      throw new IllegalArgumentException(
          "partitions=" + partitions + " must be between 1 and 10000");
    }
    if (replicas < 0 || replicas > Short.MAX_VALUE) {
      throw new IllegalArgumentException(
          "replicas=" + replicas + " must be between 0 and " + Short.MAX_VALUE);
    }
    if (maxMessageBytes < 1024) {
      throw new IllegalArgumentException(
          "maxMessageBytes=" + maxMessageBytes + " must be at least 1024");
    }
  }

  public TopicSettings withPartitions(int n) {
    return new TopicSettings(n, replicas, maxMessageBytes);
  }
}
