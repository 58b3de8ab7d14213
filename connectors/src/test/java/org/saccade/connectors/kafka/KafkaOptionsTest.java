package org.saccade.connectors.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaOptionsTest {
  private static final KafkaConnection LOCAL = KafkaConnection.to("localhost:9092");

  @ParameterizedTest
  @ValueSource(strings = {"localhost:9092", "a:1,b:2", "kafka-0.kafka.svc:9093", "[::1]:9092"})
  void takesServers(String servers) {
    assertThat(KafkaConnection.to(servers).bootstrapServers()).isEqualTo(servers);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "localhost:", "http://a:1", "a:1,", "a b:1"})
  void refusesServersWithoutHostAndPort(String servers) {
    assertThatThrownBy(() -> KafkaConnection.to(servers))
        .hasMessage("bootstrap servers \"" + servers + "\" must be HOST:PORT[,HOST:PORT…]");
  }

  @Test
  void passesTheUsersClientPropertiesOverOurDefaults() {
    Properties properties =
        new KafkaConnection("a:1", Map.of("security.protocol", "SSL", "linger.ms", "0"))
            .properties(Map.of("linger.ms", "5", "acks", "all"));

    assertThat(properties)
        .containsEntry("security.protocol", "SSL")
        .containsEntry("linger.ms", "0")
        .containsEntry("acks", "all")
        .containsEntry("bootstrap.servers", "a:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"earliest", "latest", "committed", "timestamp:1700000000000"})
  void readsWhereToStart(String text) {
    assertThat(StartFrom.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Earliest", "timestamp:", "timestamp:-1", "5"})
  void refusesAnyOtherStart(String text) {
    assertThatThrownBy(() -> StartFrom.parse(text))
        .hasMessageContaining("must be earliest, latest, committed or timestamp:MILLIS");
  }

  @Test
  void endsOnlyWhereItIsAskedTo() {
    KafkaInput input = KafkaInput.of(LOCAL, "dvs.events");

    assertThat(input.source().getBoundedness()).isEqualTo(Boundedness.CONTINUOUS_UNBOUNDED);
    assertThat(input.bounded(true).source().getBoundedness()).isEqualTo(Boundedness.BOUNDED);
  }

  @Test
  void asksForAPrefixWhereTransactionsNeedOne() {
    assertThatThrownBy(() -> KafkaOutputs.exactlyOnce(LOCAL, " "))
        .hasMessageContaining("transactionalIdPrefix");
    assertThatThrownBy(
            () ->
                KafkaOutputs.exactlyOnce(LOCAL, "job")
                    .withTransactionTimeout(Duration.ofMillis(10)))
        .hasMessageContaining("transactionTimeout=PT0.01S must be at least PT1S");
    assertThat(KafkaOutputs.atLeastOnce(LOCAL).guarantee())
        .isEqualTo(DeliveryGuarantee.AT_LEAST_ONCE);
  }

  @Test
  void namesTheBrokerThatCannotBeReached() throws IOException {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    KafkaConnection nobody = KafkaConnection.to("localhost:" + port);

    assertThatThrownBy(() -> Topics.at(nobody, Duration.ofMillis(300)))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageStartingWith("no Kafka broker can be reached at localhost:" + port)
        .message()
        .hasLineCount(1);
  }

  @Test
  void namesTheHostThatCannotBeResolved() {
    KafkaConnection nobody = KafkaConnection.to("no-such-host.invalid:9092");

    assertThatThrownBy(() -> Topics.at(nobody))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("no-such-host.invalid:9092");
    assertThatThrownBy(() -> Producers.packets(nobody))
        .isInstanceOf(BrokerUnreachableException.class)
        .hasMessageContaining("no-such-host.invalid:9092");
  }

  @Test
  void knowsTheTopicsOfTheJobs() {
    assertThat(TopicNames.DEFAULT.of(List.of(Topic.values())))
        .contains("dvs.events", "stream-health", "features", "dead-letters")
        .doesNotHaveDuplicates()
        .hasSize(19);
  }
}
