package org.saccade.connectors.kafka;

import java.util.Arrays;

/**
 * A record as it was read, undecoded.
 *
 * @param timestampMillis the broker's time stamp, milliseconds of Unix time
 * @param key null where the record has none
 * @param value null where the record has none
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, never changed
public record KafkaRecord(
    String topic, int partition, long offset, long timestampMillis, byte[] key, byte[] value) {

  @Override
  public boolean equals(Object o) {
    return o instanceof KafkaRecord r
        && topic.equals(r.topic)
        && partition == r.partition
        && offset == r.offset
        && timestampMillis == r.timestampMillis
        && Arrays.equals(key, r.key)
        && Arrays.equals(value, r.value);
  }

  @Override
  public int hashCode() {
    return (topic.hashCode() * 31 + partition) * 31 + Long.hashCode(offset);
  }

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
