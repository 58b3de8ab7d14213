package org.saccade.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.kafka.KafkaConnection;
import org.saccade.connectors.kafka.Producers;
import org.saccade.connectors.kafka.TopicState;
import org.saccade.connectors.kafka.Topics;

class EmbeddedBrokerITCase {
  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @Test
  void takesTheLargestPacketAndGivesItBack() throws Exception {
    String topic = BROKER.newTopic(1);
    byte[] value = new byte[16 << 20];
    value[value.length - 1] = 7;
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      producer.send(new ProducerRecord<>(topic, new byte[] {1}, value)).get();
    }

    assertThat(BROKER.read(topic))
        .singleElement()
        .satisfies(r -> assertThat(r.value()).isEqualTo(value));
  }

  @Test
  void leavesNoFilesWhenItIsClosed(@TempDir Path parent) throws Exception {
    EmbeddedBroker broker = EmbeddedBroker.start(0, parent);
    assertThat(broker.folder()).isNotEmptyDirectory().hasParent(parent);

    broker.close();
    broker.close();

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void leavesNoFilesWhenItsProcessIsInterrupted() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      Path folder = Path.of(out.readLine());
      assertThat(folder).isNotEmptyDirectory();

      process.destroy();
      process.waitFor();

      assertThat(folder).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void refusesAPortThatIsInUse(@TempDir Path parent) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> EmbeddedBroker.start(port, parent))
          .isInstanceOf(BrokerStartException.class)
          .hasMessageContaining("port " + port + " on localhost is in use")
          .message()
          .hasLineCount(1);
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void looksForOtherPortsWhereSomebodyTookThoseItFound(@TempDir Path parent) throws Exception {
    InetAddress localhost = InetAddress.getByName("localhost");
    try (ServerSocket taken = new ServerSocket(0, 1, localhost);
        ServerSocket other = new ServerSocket(0, 1, localhost)) {
      int free = other.getLocalPort();
      Deque<int[]> answers = new ArrayDeque<>();
      answers.add(new int[] {free, taken.getLocalPort()});
      answers.add(new int[] {taken.getLocalPort(), free});
      other.close();

      try (EmbeddedBroker broker =
          EmbeddedBroker.start(
              0, parent, () -> answers.isEmpty() ? EmbeddedBroker.freePorts() : answers.remove())) {
        assertThat(answers).isEmpty();
        assertThat(broker.folder()).hasParent(parent);
        try (Topics topics = Topics.at(KafkaConnection.to(broker.bootstrapServers()))) {
          assertThat(topics.describe(List.of("none"))).noneMatch(TopicState::exists);
        }
      }
    }
    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void listensOnThePortThatWasAskedFor(@TempDir Path parent) throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      port = free.getLocalPort();
    }
    try (EmbeddedBroker broker = EmbeddedBroker.start(port, parent)) {
      assertThat(broker.bootstrapServers()).isEqualTo("localhost:" + port);
      try (var files = Files.list(parent)) {
        assertThat(List.of(broker.folder())).containsExactlyElementsOf(files.toList());
      }
    }
  }
}
