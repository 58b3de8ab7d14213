package org.saccade.connectors.kafka;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;

/** Kafka's admin client with answers that are there in bounded time, or an error that says so. */
final class AdminCalls implements AutoCloseable {
  private final Admin admin;
  private final String servers;

  private AdminCalls(Admin admin, String servers) {
    this.admin = admin;
    this.servers = servers;
  }

  /**
   * @throws IllegalArgumentException if a client property is none
   * @throws BrokerUnreachableException if no broker answers within {@code patience}
   */
  static AdminCalls connect(KafkaConnection connection, Duration patience) throws IOException {
    String millis = String.valueOf(patience.toMillis());
    AdminCalls calls;
    try {
      Admin admin =
          Admin.create(
              connection.properties(
                  Map.of(
                      AdminClientConfig.CLIENT_ID_CONFIG,
                      "saccade-topics",
                      AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                      millis,
                      AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                      millis)));
      calls = new AdminCalls(admin, connection.bootstrapServers());
    } catch (ConfigException e) {
      throw new IllegalArgumentException("Kafka's client properties: " + e.getMessage(), e);
    } catch (KafkaException e) {
      throw BrokerUnreachableException.of(connection.bootstrapServers(), e);
    }
    try {
      calls.get(calls.admin.describeCluster().clusterId());
      return calls;
    } catch (RefusedException e) {
      calls.close();
      throw new IOException(connection.bootstrapServers() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      calls.close();
      throw e;
    }
  }

  Admin client() {
    return admin;
  }

  String servers() {
    return servers;
  }

  /**
   * The answer to a call.
   *
   * @throws RefusedException if the answer is an error
   * @throws BrokerUnreachableException if there is none in time
   */
  <T> T get(KafkaFuture<T> answer) throws IOException, RefusedException {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TimeoutException
          || e.getCause() instanceof AuthenticationException) {
        throw BrokerUnreachableException.of(servers, e.getCause());
      }
      throw new RefusedException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the brokers at " + servers);
    }
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
