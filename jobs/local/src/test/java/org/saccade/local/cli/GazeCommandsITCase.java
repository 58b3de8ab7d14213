package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.demo.GazeFile;
import org.saccade.simulators.gaze.GazeSimulation;
import org.saccade.simulators.gaze.SimulatedGaze;

/** Gaze from a recording onto its topic, through the job, and out again. */
class GazeCommandsITCase {
  private static final double SECONDS = 40;
  private static final String PREFIX = "gaze-cli.";

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir static Path folder;
  private static Path recording;
  private static SimulatedGaze gaze;

  @BeforeAll
  static void recording() throws IOException {
    gaze = GazeSimulation.of(SECONDS, 7).run();
    recording = folder.resolve("eyes.csv");
    GazeFile.write(recording, gaze, 5_000_000);
  }

  private static Told good(String... args) {
    Told told =
        Told.by(
            Stream.of(
                    Stream.of(args),
                    Stream.of("--bootstrap", BROKER.connection().bootstrapServers()),
                    Stream.of("--set", "topics.prefix=" + PREFIX))
                .flatMap(s -> s)
                .toArray(String[]::new));
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    return told;
  }

  /** Records by id, without the place of their input. */
  private static Map<String, JsonNode> byId(List<JsonNode> records) {
    Map<String, JsonNode> found = new TreeMap<>();
    for (JsonNode node : records) {
      ObjectNode record = node.deepCopy();
      ObjectNode provenance = (ObjectNode) record.get("provenance");
      provenance.remove(List.of("topic", "partition", "firstOffset", "lastOffset"));
      assertThat(found.put(provenance.get("id").asText(), record)).isNull();
    }
    return found;
  }

  private static JsonNode json(String line) {
    try {
      return new ObjectMapper().readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void theTopicGivesTheMicrosaccadesThatTheFileGives() throws IOException {
    good("topics", "--create", "--partitions=2");
    Told replayed =
        good(
            "replay",
            recording.toString(),
            "--topic=" + PREFIX + "neuro.samples",
            "--speed=max",
            "--session=eyes-recording");
    good("run", "microsaccades", "--set", "job.bounded=true");
    List<JsonNode> sent =
        good("tail", PREFIX + "microsaccades", "--from=earliest", "--no-follow").outLines().stream()
            .map(line -> json(line).get("record"))
            .toList();

    Path file = folder.resolve("found.jsonl");
    Told run = Told.by("run", "microsaccades", "--input", recording.toString(), "--output=" + file);
    assertThat(run.status()).as(run.err()).isZero();
    List<JsonNode> found =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(GazeCommandsITCase::json)
            .filter(record -> record.get("type").asText().equals("Microsaccade"))
            .toList();

    assertThat(replayed.out()).contains("eyes.csv: session eyes-recording, 20,000 samples");
    assertThat(found).hasSizeGreaterThan(gaze.microsaccades().size() / 2);
    assertThat(byId(sent)).isEqualTo(byId(found));
  }
}
