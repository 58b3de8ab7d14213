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
import java.util.Locale;
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
    return goodAt(PREFIX, args);
  }

  private static Told goodAt(String prefix, String... args) {
    Told told =
        Told.by(
            Stream.of(
                    Stream.of(args),
                    Stream.of("--bootstrap", BROKER.connection().bootstrapServers()),
                    Stream.of("--set", "topics.prefix=" + prefix))
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

  /** Two trials of the gaze as EyeLink text, in pixels: blocks with their messages. */
  private static Path eyeLink(int samples) throws IOException {
    Path file = folder.resolve("trials.asc");
    StringBuilder text = new StringBuilder("** CONVERTED FROM trials.edf\n");
    double[][] at = {gaze.xLeft(), gaze.yLeft(), gaze.xRight(), gaze.yRight()};
    int from = 0;
    for (int trial = 1; trial <= 2; trial++) {
      int start = 2 * from + 5000 * trial;
      text.append("MSG\t").append(start).append(" TRIALID ").append(trial).append('\n');
      text.append("START\t").append(start).append("\tLEFT\tRIGHT\tSAMPLES\tEVENTS\n");
      text.append("SAMPLES\tGAZE\tLEFT\tRIGHT\tRATE\t 500.00\tTRACKING\tCR\n");
      for (int i = 0; i < samples; i++) {
        text.append(start + 2 * i);
        for (int eye = 0; eye < 2; eye++) {
          double x = 960 + 37 * at[2 * eye][from + i];
          double y = 540 - 37 * at[2 * eye + 1][from + i];
          boolean seen = Double.isFinite(x) && Double.isFinite(y);
          text.append(
              seen
                  ? String.format(Locale.ROOT, "\t%.3f\t%.3f\t1000.0", x, y)
                  : "\t   .\t   .\t    0.0");
        }
        text.append("\t.....\n");
      }
      int end = start + 2 * samples - 2;
      text.append("MSG\t").append(end).append(" TRIAL_RESULT 0\n");
      text.append("END\t").append(end + 1).append("\tSAMPLES\tEVENTS\n");
      from += samples;
    }
    return Files.writeString(file, text);
  }

  @Test
  void messagesOfTheTrackerEndTrialsInAFileAndOverTopics() throws IOException {
    Path asc = eyeLink(6000);
    String[] screen = {"--screen=1920x1080", "--screen-mm=530x300", "--distance-mm=600"};
    String[] byMarkers = {
      "--set", "microsaccades.trial.by=markers", "--set", "microsaccades.trial.seconds=20"
    };
    String prefix = "gaze-marked.";
    goodAt(prefix, "topics", "--create", "--partitions=2");
    Told replayed =
        goodAt(
            prefix,
            with(
                screen,
                "replay",
                asc.toString(),
                "--topic=" + prefix + "neuro.samples",
                "--speed=max",
                "--session=trials-recording"));
    assertThat(replayed.out()).contains("4 markers to " + prefix + "markers");
    for (String topic : List.of("neuro.samples", "markers")) {
      assertThat(goodAt(prefix, "check", prefix + topic).out())
          .as(topic)
          .contains("all as expected");
    }
    goodAt(prefix, with(byMarkers, "run", "microsaccades", "--set", "job.bounded=true"));
    List<JsonNode> sent =
        goodAt(prefix, "tail", prefix + "microsaccades", "--from=earliest", "--no-follow")
            .outLines()
            .stream()
            .map(line -> json(line).get("record"))
            .toList();

    Path file = folder.resolve("marked.jsonl");
    Told run =
        Told.by(
            with(
                screen,
                with(byMarkers, "run", "microsaccades", "--input=" + asc, "--output=" + file)));
    assertThat(run.status()).as(run.err()).isZero();
    List<JsonNode> found =
        Files.readAllLines(file, StandardCharsets.UTF_8).stream()
            .map(GazeCommandsITCase::json)
            .filter(record -> record.get("type").asText().equals("Microsaccade"))
            .toList();
    assertThat(
            found.stream()
                .filter(r -> r.get("method").asText().equals("velocity-threshold/trial"))
                .count())
        .isGreaterThan(10);
    assertThat(byId(sent)).isEqualTo(byId(found));
  }

  private static String[] with(String[] more, String... args) {
    return Stream.concat(Stream.of(args), Stream.of(more)).toArray(String[]::new);
  }
}
