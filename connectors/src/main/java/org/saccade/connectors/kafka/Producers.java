package org.saccade.connectors.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plain producers of packets, outside of Flink. */
public final class Producers {
  private Producers() {}

  /**
   * A producer tuned for packets ({@link ProducerDefaults}), which gives a record up after 30
   * seconds without an acknowledgement.
   *
   * @throws BrokerUnreachableException if no broker's name can be resolved; that one answers is
   *     found out with the first record, or before with {@link Topics#at(KafkaConnection)}
   */
  public static Producer<byte[], byte[]> packets(KafkaConnection connection)
      throws BrokerUnreachableException {
    Map<String, String> defaults = new HashMap<>(ProducerDefaults.PACKETS);
    defaults.put(ProducerConfig.CLIENT_ID_CONFIG, "saccade-replay");
    defaults.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "30000");
    defaults.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "10000");
    defaults.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "30000");
    try {
      return new KafkaProducer<>(
          connection.properties(defaults), new ByteArraySerializer(), new ByteArraySerializer());
    } catch (KafkaException e) {
      throw BrokerUnreachableException.of(connection.bootstrapServers(), e);
    }
  }
}
