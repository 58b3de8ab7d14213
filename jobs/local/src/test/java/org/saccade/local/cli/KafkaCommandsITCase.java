package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.PayloadDecoder;
import org.saccade.schemas.wire.EventPackets;

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

    List<String> names =
        Stream.of(
                "dvs.events",
                "neuro.samples",
                "markers",
                "features",
                "control",
                "dvs.filtered",
                "dvs.corners",
                "frames",
                "flow",
                "tracks",
                "epochs",
                "classifications",
                "microsaccades",
                "anomalies",
                "drifts",
                "stream-health",
                "dead-letters")
            .map(this::topic)
            .toList();
    assertThat(before.outLines())
        .isEqualTo(names.stream().map(n -> n + ": missing; --create makes it").toList());
    assertThat(created.outLines()).hasSameSizeAs(names);
    for (int i = 0; i < names.size(); i++) {
      assertThat(created.outLines().get(i)).startsWith(names.get(i) + ": 2 partitions");
    }
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

  /**
   * EVT2.1 words: 300 vectors, 1 ms apart, and an edge before each hundredth; some vectors leave
   * the frame.
   */
  private static Path words() throws IOException {
    byte[] header =
        "% format EVT21;endianness=little;height=30;width=40\n% end\n"
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(8 * 700).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 300; i++) {
      long t = 10_000_000 + 1000L * i;
      out.putLong(8L << 60 | t >> 6 << 32);
      if (i % 100 == 0) {
        out.putLong(10L << 60 | (t & 63) << 54 | 3L << 40 | (i / 100 & 1L) << 32);
      }
      long place = (long) (i % 2 * 32) << 43 | (long) (i % 30) << 32;
      out.putLong((i & 1L) << 60 | (t & 63) << 54 | place | 0x0F0F0F0FL);
    }
    Path path = folder.resolve("words.raw");
    Files.write(path, header);
    Files.write(path, Arrays.copyOf(out.array(), out.position()), StandardOpenOption.APPEND);
    return path;
  }

  @Test
  void theSensorsOwnWordsGiveTheJobTheSameEventsAsColumns() throws Exception {
    good("topics", "--create", "--partitions=1");
    Path words = words();
    List<List<JsonNode>> features = new ArrayList<>();
    List<EventBatch> filtered = new ArrayList<>();
    for (String encoding : new String[] {"columnar", "sensor"}) {
      // The same stream and session, so that ids are the same too; topics of its own.
      String input = topic("in-" + encoding);
      String[] topics = {
        "--set", "topics.dvs.events=in-" + encoding,
        "--set", "topics.dvs.filtered=filtered-" + encoding,
        "--set", "topics.features=features-" + encoding,
        "--set", "topics.markers=markers-" + encoding
      };
      good(with(topics, "topics", "--create", "--partitions=1"));
      Told replayed =
          good(
              with(
                  topics,
                  "replay",
                  words.toString(),
                  "--topic=" + input,
                  "--speed=max",
                  "--session=one",
                  "--encoding=" + encoding));
      assertThat(replayed.out()).contains("3 trigger edges to " + topic("markers-" + encoding));
      // The reader drops what is out of the frame; untouched words still hold it.
      assertThat(kafka("check", input).out())
          .contains(encoding.equals("sensor") ? "OUT_OF_FRAME" : "all as expected");
      good(with(topics, "run", "events", "--set", "job.bounded=true"));
      features.add(
          json(
              good("tail", topic("features-" + encoding), "--from=earliest", "--no-follow")
                  .outLines()));
      filtered.add(events(topic("filtered-" + encoding)));
    }

    assertThat(filtered.get(0).size()).isGreaterThan(300);
    assertThat(filtered.get(1)).isEqualTo(filtered.get(0));
    assertThat(features.get(0)).isNotEmpty();
    for (List<JsonNode> run : features) {
      assertThat(run)
          .extracting(n -> n.get("record").get("value").asDouble())
          .isEqualTo(
              features.get(0).stream().map(n -> n.get("record").get("value").asDouble()).toList());
    }
    List<JsonNode> markers =
        json(good("tail", topic("markers-sensor"), "--from=earliest", "--no-follow").outLines());
    assertThat(markers)
        .extracting(
            n -> n.get("record").get("stream").asText(),
            n -> n.get("record").get("session").asText(),
            n -> n.get("record").get("sequence").asLong(),
            n -> n.get("record").get("kind").asText(),
            n -> n.get("record").get("time").asLong(),
            n -> n.get("record").get("code").asLong(),
            n -> n.get("record").get("value").asLong())
        .containsExactly(
            tuple("words", "one", 0L, "TRIGGER", 10_000_000L, 3L, 0L),
            tuple("words", "one", 1L, "TRIGGER", 10_100_000L, 3L, 1L),
            tuple("words", "one", 2L, "TRIGGER", 10_200_000L, 3L, 0L));
    Path lines = folder.resolve("words.jsonl");
    good("run", "events", "--input", words.toString(), "--output", lines.toString());
    assertThat(Files.readAllLines(lines).stream().filter(l -> l.contains("\"Marker\"")).toList())
        .as("the same records, of the session that a file has")
        .containsExactlyInAnyOrderElementsOf(
            markers.stream()
                .map(n -> n.get("record").toString().replace("\"one\"", "\"words-recording\""))
                .toList());
  }

  private static String[] with(String[] more, String... args) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }

  private static EventBatch events(String topic) throws Exception {
    EventPackets packets = new EventPackets();
    PayloadDecoder decoder = new PayloadDecoder();
    EventBatch all = new EventBatch(1);
    EventBatch batch = new EventBatch(1);
    for (var record : BROKER.read(topic)) {
      decoder.decode(packets.read(record.value(), Origin.file(0)), batch);
      all.append(batch, 0, batch.size());
    }
    return all;
  }

  @Test
  void edgesWithoutATopicForThemAreTold() throws IOException {
    String topic = BROKER.newTopic(1);
    assertThat(good("replay", words().toString(), "--topic", topic, "--speed=max").out())
        .contains("3 trigger edges not sent (no topic " + topic("markers") + ": saccade topics");
    Told refused = kafka("replay", words().toString(), "--topic", topic, "--markers", "nowhere");
    assertThat(refused.err()).contains("no topic nowhere: ");
    assertThat(refused.status()).isEqualTo(2);
  }

  @Test
  void aRecordingOfTextsAloneIsItsMarkers() throws IOException {
    Path texts = Files.write(folder.resolve("texts.edf"), TwoRates.textsOnly());
    String topic = BROKER.newTopic(1);
    Told refused = kafka("replay", texts.toString(), "--topic", topic);
    assertThat(refused.err()).contains("texts.edf: holds markers only, and there is no topic ");
    assertThat(refused.status()).isEqualTo(2);

    String markers = BROKER.newTopic(1);
    Told told = good("replay", texts.toString(), "--topic", topic, "--markers", markers);
    assertThat(told.out()).contains("0 samples in 0 packets sent", ", 2 markers to " + markers);
    assertThat(json(good("tail", markers, "--from=earliest", "--no-follow").outLines()))
        .extracting(m -> m.findValue("stream").asText() + " " + m.findValue("text").asText())
        .containsExactly("texts go", "texts stop");
  }

  @Test
  void onlyWordsCanBeSentAsTheyAre() throws IOException {
    String topic = BROKER.newTopic(1);
    Told csv = kafka("replay", recording.toString(), "--topic", topic, "--encoding=sensor");
    assertThat(csv.err()).contains("square.csv: packets do not carry the bytes of csv");
    assertThat(csv.status()).isEqualTo(2);
    Told clamped =
        kafka(
            "replay",
            recording.toString(),
            "--topic",
            topic,
            "--encoding=sensor",
            "--backward-time=clamp");
    assertThat(clamped.err()).contains("--encoding sensor sends the bytes as they are");
    assertThat(clamped.status()).isEqualTo(2);
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
