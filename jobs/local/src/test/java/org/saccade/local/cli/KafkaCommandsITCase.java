package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.connectors.kafka.Producers;
import org.saccade.local.broker.SharedBroker;

/** The commands that need a broker, each on topics of its own. */
class KafkaCommandsITCase {
  private static final int EVENTS = 2000;
  private static final AtomicInteger PREFIXES = new AtomicInteger();

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir static Path folder;
  private static Path recording;

  private final String prefix = "cli-" + PREFIXES.incrementAndGet() + ".";

  @BeforeAll
  static void recording() throws IOException {
    recording = write("square.csv");
  }

  /** Events around a square, 100 us apart: 2000 of them take 0.2 s. */
  private static Path write(String name) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(
        path,
        IntStream.range(0, EVENTS)
            .mapToObj(i -> 100 * i + "," + i % 40 + "," + i / 40 % 30 + "," + i % 2 + "\n")
            .collect(Collectors.joining("", "t,x,y,p\n", "")),
        StandardCharsets.UTF_8);
    return path;
  }

  private String topic(String name) {
    return prefix + name;
  }

  /** Runs a command on the broker with this test's prefix. */
  private Told kafka(String... args) {
    return Told.by(
        Stream.of(
                Stream.of(args),
                Stream.of("--bootstrap", BROKER.connection().bootstrapServers()),
                Stream.of("--set", "topics.prefix=" + prefix))
            .flatMap(s -> s)
            .toArray(String[]::new));
  }

  private Told good(String... args) {
    Told told = kafka(args);
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    return told;
  }

  private static List<JsonNode> json(List<String> lines) throws IOException {
    List<JsonNode> nodes = new ArrayList<>();
    for (String line : lines) {
      nodes.add(new ObjectMapper().readTree(line));
    }
    return nodes;
  }

  @Test
  void topicsAreCreatedWhereTheyAreMissing() {
    Told before = good("topics");
    Told created = good("topics", "--create", "--partitions", "2");

    assertThat(before.outLines()).hasSize(8).allMatch(line -> line.contains(": missing"));
    assertThat(created.outLines()).hasSize(8).allMatch(line -> line.contains(": 2 partitions"));
    assertThat(created.outLines().get(0)).startsWith(topic("dvs.events") + ":");
    assertThat(good("topics").outLines()).isEqualTo(created.outLines());
  }

  @Test
  void aReplayedRecordingIsWhatCheckExpectsAndTailShows() throws IOException {
    good("topics", "--create");
    Told replayed =
        good(
            "replay",
            recording.toString(),
            "--topic",
            topic("dvs.events"),
            "--speed=max",
            "--session=one");
    Told checked = good("check", topic("dvs.events"));
    JsonNode report = json(good("check", topic("dvs.events"), "--json").outLines()).get(0);
    Told tail = good("tail", topic("dvs.events"), "--from", "earliest", "--limit", "3");

    assertThat(replayed.out()).contains("square.csv: session one, 2,000 events", " 0 failed");
    assertThat(checked.out()).contains("1 streams, 1 sessions, 2,000 events", "all as expected");
    assertThat(report.get("clean").asBoolean()).isTrue();
    assertThat(report.get("events").asInt()).isEqualTo(EVENTS);
    assertThat(tail.outLines()).hasSize(3);
    for (JsonNode line : json(tail.outLines())) {
      assertThat(line.get("topic").asText()).isEqualTo(topic("dvs.events"));
      assertThat(line.get("key").asText()).isEqualTo("square");
      assertThat(line.get("record").get("type").asText()).isEqualTo("EventPacket");
      assertThat(line.get("record").get("session").asText()).isEqualTo("one");
    }
  }

  @Test
  void everyPassAndEveryFileIsASessionOfItsOwn() throws IOException {
    good("topics", "--create");
    Path namesake = write("other/square.csv");

    Told replayed =
        good(
            "replay",
            recording.toString(),
            namesake.toString(),
            "--topic",
            topic("dvs.events"),
            "--speed=max",
            "--passes=2");

    assertThat(replayed.outLines()).hasSize(2);
    assertThat(replayed.outLines().get(1)).contains("session square-2-", "-pass1 to square-2-");
    assertThat(good("check", topic("dvs.events")).out())
        .contains("2 streams, 4 sessions, 8,000 events", "all as expected");
  }

  @Test
  void recordsOfAForeignProducerAreToldWithTheirPlace() throws Exception {
    String topic = BROKER.newTopic(1);
    try (Producer<byte[], byte[]> producer = Producers.packets(BROKER.connection())) {
      for (int i = 0; i < 2; i++) {
        producer.send(
            new ProducerRecord<>(
                topic, new byte[] {'a'}, "{\"x\":1}".getBytes(StandardCharsets.UTF_8)));
      }
      producer.flush();
    }

    Told told = kafka("check", topic);
    JsonNode report = json(kafka("check", topic, "--json").outLines()).get(0);

    assertThat(told.status()).isEqualTo(1);
    assertThat(told.err()).isEmpty();
    assertThat(told.out())
        .contains("partition 0 offset 0: BAD_FRAMING", "partition 0 offset 1: BAD_FRAMING");
    assertThat(report.get("clean").asBoolean()).isFalse();
    assertThat(report.get("problems").get("BAD_FRAMING").asInt()).isEqualTo(2);
    assertThat(report.get("offenders").get(1).get("offset").asInt()).isEqualTo(1);
  }

  @Test
  void anUnknownTopicIsOneLineThatNamesIt() {
    for (String[] command :
        new String[][] {
          {"tail", "nowhere"},
          {"check", "nowhere"},
          {"replay", recording.toString(), "--topic", "nowhere"},
          {"run", "events", "--input", "topic:nowhere"},
          {"run", "events", "--input", recording.toString(), "--output", "topic:nowhere"},
        }) {
      Told told = kafka(command);

      assertThat(told.errLines()).as(command[0]).hasSize(1);
      assertThat(told.err()).contains("no topic nowhere: ", "saccade topics --create");
      assertThat(told.status()).isEqualTo(2);
      assertThat(told.out()).isEmpty();
    }
  }

  @Test
  void theJobRunsFromTopicToTopicAndFromFileToFileAlike() throws IOException {
    good("topics", "--create");
    good("replay", recording.toString(), "--topic", topic("dvs.events"), "--speed=max");
    Path file = folder.resolve("from-topic.jsonl");
    String input = "topic:" + topic("dvs.events");

    good("run", "events", "--input", input, "--set", "job.bounded=true");
    good("run", "events", "--input", input, "--output", "" + file, "--set", "job.bounded=true");
    List<String> filtered =
        good("tail", topic("dvs.filtered"), "--from=earliest", "--no-follow").outLines();
    List<String> features =
        good("tail", topic("features"), "--from=earliest", "--no-follow").outLines();

    List<String> types =
        json(Files.readAllLines(file)).stream().map(node -> node.get("type").asText()).toList();
    assertThat(types).contains("EventPacket", "Feature", "StreamHealth");
    assertThat(filtered).isNotEmpty().hasSameSizeAs(of(types, "EventPacket"));
    assertThat(features).isNotEmpty().hasSameSizeAs(of(types, "Feature"));
  }

  private static List<String> of(List<String> types, String type) {
    return types.stream().filter(type::equals).toList();
  }
}
