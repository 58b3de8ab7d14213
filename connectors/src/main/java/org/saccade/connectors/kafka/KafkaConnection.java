package org.saccade.connectors.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * Where the brokers are and how to talk to them.
 *
 * @param bootstrapServers {@code HOST:PORT}, several with commas
 * @param properties client properties as Kafka names them (TLS, SASL, …), over our own defaults:
 *     what the configuration has under {@code kafka.properties.*}
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) {

  public KafkaConnection {
    properties = Map.copyOf(properties);
    for (String server : bootstrapServers.split(",", -1)) {
      if (!server.strip().matches("[^\\s:/]+:\\d{1,5}|\\[[0-9a-fA-F:.]+\\]:\\d{1,5}")) {
        throw new IllegalArgumentException(
            "bootstrap servers \"" + bootstrapServers + "\" must be HOST:PORT[,HOST:PORT…]");
      }
    }
  }

  /** A connection without security. */
  public static KafkaConnection to(String bootstrapServers) {
    return new KafkaConnection(bootstrapServers, Map.of());
  }

  /** Client properties: the defaults given, then the user's own over them. */
  Properties properties(Map<String, String> defaults) {
    Map<String, String> all = new HashMap<>(defaults);
    all.putAll(properties);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    Properties result = new Properties();
    result.putAll(all);
    return result;
  }
}
