package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.demo.BundledRecordings;
import org.saccade.local.demo.GazeFile;
import org.saccade.simulators.gaze.GazeSimulation;
import org.saccade.simulators.gaze.SimulatedGaze;

/** Jobs in this process: {@code run} over files, {@code demo}, and the metrics that they serve. */
class LocalJobITCase {
  private static final int EVENTS = 5000;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @TempDir static Path folder;

  @BeforeAll
  static void recordings() throws IOException {
    Files.createDirectories(folder.resolve("recordings"));
    for (String name : List.of("a", "b")) {
      // Pairs of neighbours, so that the filters keep some; 50 us apart: 0.25 s.
      Files.writeString(
          folder.resolve("recordings/" + name + ".csv"),
          IntStream.range(0, EVENTS)
              .mapToObj(i -> 50 * i + "," + i % 64 + "," + i / 64 % 8 + "," + i % 2 + "\n")
              .collect(Collectors.joining("", "t,x,y,p\n", "")),
          StandardCharsets.UTF_8);
    }
    Files.writeString(folder.resolve("recordings/readme.txt"), "Two squares.\n");
  }

  private static Told run(String output) {
    Told told = Told.by("run", "events", "--input", folder + "/recordings", "--output", output);
    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.errLines()).hasSize(1).allMatch(line -> line.contains("readme.txt"));
    return told;
  }

  @Test
  void filesGiveTheSameLinesEveryTimeInAFileOrOnStdout() throws IOException {
    Path file = folder.resolve("out.jsonl");
    assertThat(run(file.toString()).out()).isEmpty();
    List<String> lines = Files.readAllLines(file);

    assertThat(run("-").outLines()).containsExactlyInAnyOrderElementsOf(lines);
    long kept = 0;
    for (String line : lines) {
      JsonNode node = new ObjectMapper().readTree(line);
      assertThat(node.get("type").asText()).isIn("EventPacket", "Feature", "StreamHealth");
      kept += node.get("type").asText().equals("EventPacket") ? node.get("count").asLong() : 0;
    }
    assertThat(kept).isBetween(1L, 2L * EVENTS);
  }

  @Test
  void aJobThatFailsIsOneLine() {
    Told told =
        Told.by(
            "run",
            "events",
            "--input",
            folder + "/recordings/a.csv",
            "--output=-",
            "--set",
            "flink.state.backend.type=none.such.Factory");

    assertThat(told.status()).isEqualTo(1);
    assertThat(told.errLines()).hasSize(1);
    assertThat(told.err())
        .startsWith("saccade: the job failed: ")
        .contains("none.such.Factory", "--debug")
        .doesNotContain("\tat ");
  }

  @Test
  void theDemoShowsTheMicrosaccadesOfGazeBesideTheEvents() throws IOException {
    Path eyes = folder.resolve("eyes.csv");
    SimulatedGaze gaze = GazeSimulation.of(20, 3).run();
    GazeFile.write(eyes, gaze, 0);
    Path summary = folder.resolve("gaze.json");
    Told told =
        Told.by(
            "demo",
            "--input",
            folder + "/recordings/a.csv",
            eyes.toString(),
            "--speed=max",
            "--json=" + summary);

    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    JsonNode root = new ObjectMapper().readTree(Files.readString(summary));
    assertThat(root.get("streams").fieldNames()).toIterable().containsExactly("a");
    assertThat(root.get("gaze").fieldNames()).toIterable().containsExactly("eyes");
    JsonNode found = root.get("gaze").get("eyes");
    assertThat(found.get("samplesIn").asInt()).isEqualTo(10_000);
    assertThat(found.get("microsaccades").asInt())
        .isBetween(gaze.microsaccades().size() / 2, gaze.microsaccades().size() + 3);
    assertThat(found.get("amplitudeDegreesP50").asDouble()).isBetween(0.1, 0.35);
    assertThat(found.get("peakVelocityDegreesPerSecondP50").asDouble()).isBetween(10.0, 40.0);
    assertThat(told.out())
        .contains("microsaccades", found.get("microsaccades").asInt() + " microsaccades, ");
  }

  @Test
  void theDemoEndsByItselfWithASummary() throws IOException {
    Path summary = folder.resolve("summary.json");
    Told told =
        Told.by(
            "demo",
            "--input",
            folder + "/recordings/a.csv",
            folder + "/recordings/b.csv",
            "--speed=max",
            "--json=" + summary);

    assertThat(told.status()).as(told.err()).isZero();
    assertThat(told.err()).isEmpty();
    assertThat(told.out()).contains("events in", "10,000");
    JsonNode streams = new ObjectMapper().readTree(Files.readString(summary)).get("streams");
    assertThat(streams.fieldNames()).toIterable().containsExactly("a", "b");
    for (JsonNode stream : streams) {
      assertThat(stream.get("eventsIn").asInt()).isEqualTo(EVENTS);
      assertThat(stream.get("packetsOut").asInt()).isEqualTo(stream.get("packetsIn").asInt());
      assertThat(stream.get("features").asInt()).isPositive();
    }
  }

  @Test
  void theDemoTellsABurstOfARateFromALastingChangeOfIt() throws IOException {
    BundledRecordings.unpack(Files.createDirectories(folder.resolve("bundled")));
    Path summary = folder.resolve("told.json");
    Told told =
        Told.by(
            "demo",
            "--input",
            folder + "/bundled/burst.raw",
            folder + "/bundled/change.raw",
            "--speed=max",
            "--json=" + summary);

    assertThat(told.status()).as(told.err()).isZero();
    JsonNode series = new ObjectMapper().readTree(Files.readString(summary)).get("series");
    JsonNode burst = series.get("burst").get("event_rate");
    assertThat(burst.get("values").asInt()).isEqualTo(320);
    assertThat(burst.get("anomalies").asInt()).isEqualTo(1);
    assertThat(burst.get("firstAnomaly").get("time").asLong()).isEqualTo(12_050_000);
    assertThat(burst.get("drifts").asInt()).isZero();
    JsonNode change = series.get("change").get("event_rate");
    assertThat(change.get("drifts").asInt()).isEqualTo(1);
    assertThat(change.get("firstDrift").get("direction").asText()).isEqualTo("UP");
    assertThat(change.get("firstDrift").get("began").asLong()).isBetween(11_900_000L, 12_200_000L);
    assertThat(told.out()).contains("event rate", "UP by");
  }

  @Test
  void driftReadsCsvAndTheLinesOfTheEventsJobAndRefusesTheRest() throws IOException {
    Path lines = folder.resolve("features.jsonl");
    run(lines.toString());
    Told found = Told.by("run", "drift", "--input", lines.toString(), "--output", "-");
    assertThat(found.status()).as(found.err()).isZero();
    assertThat(found.outLines())
        .hasSize(6)
        .allMatch(line -> line.contains("SUMMARY") && line.contains("ended_by=end_of_input"));

    Path csv = folder.resolve("series.csv");
    Files.writeString(
        csv,
        IntStream.range(0, 400)
            .mapToObj(i -> 1000 * i + "," + (i == 300 ? "900" : 10 + i * 7 % 5) + "\n")
            .collect(Collectors.joining("", "timestamp,value\n", "")));
    Told scored =
        Told.by(
            "run", "drift", "--input", csv.toString(), "--output=-", "--set", "drift.warm.up=100");
    assertThat(scored.status()).as(scored.err()).isZero();
    assertThat(scored.out()).contains("\"type\":\"Anomaly\"", "\"time\":300000", "values=400");

    Told refused =
        Told.by("run", "drift", "--input", folder + "/recordings/a.csv", "--output", "-");
    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("a.csv: line 1 is 't,x,y,p'", "timestamp,value");
  }

  @Test
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void metricsAreServedWhileAJobRuns() throws Exception {
    int port = freePort();
    String[] common = {
      "--bootstrap", BROKER.connection().bootstrapServers(), "--set", "topics.prefix=metrics."
    };
    assertThat(Told.by(with(common, "topics", "--create")).status()).isZero();
    Told replayed =
        Told.by(
            with(
                common,
                "replay",
                folder + "/recordings/a.csv",
                "--topic",
                "metrics.dvs.events",
                "--speed=max"));
    assertThat(replayed.status()).as(replayed.err()).isZero();

    Thread job =
        new Thread(
            () -> Told.by(with(common, "run", "events", "--set", "metrics.port=" + port)), "job");
    job.start();
    try {
      double events = 0;
      while (events < EVENTS) {
        assertThat(job.isAlive()).isTrue();
        events = sum(scrape(port), "events_in");
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      }
      assertThat(events).isEqualTo(EVENTS);
    } finally {
      job.interrupt();
      job.join();
    }
  }

  private static String[] with(String[] more, String... args) {
    String[] all = new String[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return all;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** What the endpoint serves; empty as long as nobody answers. */
  private static String scrape(int port) throws InterruptedException {
    HttpRequest ask =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    try {
      return HttpClient.newHttpClient().send(ask, HttpResponse.BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    }
  }

  /** Sum over all subtasks of a counter of the keyed operator. */
  private static double sum(String metrics, String counter) {
    Matcher lines =
        Pattern.compile("(?m)^flink_\\w*_" + counter + "_total\\{[^}]*} (\\S+)$").matcher(metrics);
    double sum = 0;
    while (lines.find()) {
      sum += Double.parseDouble(lines.group(1));
    }
    return sum;
  }
}
