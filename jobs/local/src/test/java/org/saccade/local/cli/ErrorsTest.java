package org.saccade.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.saccade.local.demo.BundledRecordings;

/** Every error is one line on stderr that names the place, with the status of the interface. */
class ErrorsTest {
  private static final int UNUSABLE = 2;
  private static final int UNREACHABLE = 3;

  @TempDir static Path folder;
  private static ServerSocket taken;

  /** A command line, where {@code $} is the files' folder and {@code @} a port in use. */
  private record Case(int status, String commandLine, String... told) {
    @Override
    public String toString() {
      return "saccade " + commandLine;
    }
  }

  @BeforeAll
  static void files() throws IOException {
    BundledRecordings.unpack(folder);
    Files.createDirectories(folder.resolve("folder"));
    Files.createDirectories(folder.resolve("notes"));
    write("notes/notes.txt", "no recording");
    write("empty.raw", "");
    write("text.raw", "this is a text\n");
    write("truncated.raw", "% evt 3.0\n% geometry 640x");
    write("unknown-key.yaml", "jobs:\n  parallelism: 2\n");
    write("broken.yaml", "job.start: [latest\n");
    taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
  }

  @AfterAll
  static void giveThePortBack() throws IOException {
    taken.close();
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
  }

  static Stream<Case> inputsThatAreNoRecordings() {
    List<Case> cases = new ArrayList<>();
    for (String command :
        List.of(
            "info %s",
            "info --json %s",
            "cat %s",
            "convert %s $/out.csv",
            "replay %s --topic events",
            "run events --input %s --output $/out.jsonl",
            "demo --input %s")) {
      cases.add(unusable(command, "$/missing.raw", "no such file", "check the path"));
      cases.add(unusable(command, "$/empty.raw", "is empty", "expected a recording"));
      cases.add(unusable(command, "$/text.raw", "begins \"this is a text\"", "expected"));
      cases.add(unusable(command, "$/truncated.raw", "ends at byte 25, inside its header"));
      if (!command.startsWith("run")) {
        cases.add(unusable(command, "$/folder", "is a folder", "expected a recording"));
      }
    }
    cases.add(unusable("run events --input %s --output -", "$/folder", "no recording in this"));
    return cases.stream();
  }

  private static Case unusable(String command, String file, String... told) {
    String[] all = new String[told.length + 1];
    all[0] = file + ": ";
    System.arraycopy(told, 0, all, 1, told.length);
    return new Case(UNUSABLE, command.formatted(file), all);
  }

  static Stream<Case> arguments() {
    return Stream.of(
        new Case(UNUSABLE, "play", "there is no command play", "demo, info, cat"),
        new Case(UNUSABLE, "info", "'FILE|DIR'", "saccade info --help"),
        new Case(UNUSABLE, "info --all $/bars.raw", "'--all'", "saccade info --help"),
        new Case(UNUSABLE, "cat $/bars.raw --limit -1", "--limit -1", "at least 0"),
        new Case(UNUSABLE, "cat $/bars.raw --limit ten", "--limit", "'ten' is not a whole number"),
        new Case(UNUSABLE, "cat $/bars.raw --items sounds", "--items", "events, triggers"),
        new Case(UNUSABLE, "cat $/bars.raw --format xml", "--format", "csv, jsonl"),
        new Case(UNUSABLE, "cat $/fan.dat --time-origin sdk", "$/fan.dat: ", "evt21 and evt3"),
        new Case(UNUSABLE, "cat $/dots.csv --time-origin sdk", "$/dots.csv: ", "evt21 and evt3"),
        new Case(UNUSABLE, "cat $/bars.raw --time-origin epoch", "$/bars.raw: ", "time 0 was"),
        new Case(UNUSABLE, "cat $/bars.raw --input-format evt9", "$/bars.raw: ", "evt3, dat"),
        new Case(UNUSABLE, "info $/bars.raw --geometry 640", "--geometry 640", "640x480"),
        new Case(UNUSABLE, "info $/dots.csv --unit min", "--unit min", "s, ms, us or ns"),
        new Case(UNUSABLE, "info $/bars.raw --polarity 2", "--polarity 2", "0 to 1"),
        new Case(UNUSABLE, "convert $/bars.raw $/bars.raw", "$/bars.raw: is the input itself"),
        new Case(UNUSABLE, "convert $/bars.raw $/bars.mp4", "$/bars.mp4: ", "evt3, dat"),
        new Case(UNUSABLE, "convert $/bars.raw $/folder", "$/folder: is a folder"),
        new Case(UNUSABLE, "convert $/bars.raw $/no/a.csv", "$/no/a.csv: ", "no folder $/no"),
        new Case(
            UNUSABLE,
            "convert $/bars.raw $/a.csv --output-format evt9",
            "--output-format evt9",
            "evt3, dat"),
        new Case(UNUSABLE, "replay $/bars.raw", "'--topic=T'", "saccade replay --help"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --speed 0", "--speed 0", "above 0"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --speed -1", "--speed -1", "above 0"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --speed NaN", "--speed NaN", "above 0"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --speed fast", "--speed fast", "or max"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --passes 0", "--passes 0", "at least 1"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --packet-events 0", "--packet-events 0"),
        new Case(
            UNUSABLE, "replay $/bars.raw --topic t --packet-millis NaN", "--packet-millis NaN"),
        new Case(UNUSABLE, "replay $/bars.raw --topic t --stream=", "--stream \"\"", "1 to 200"),
        new Case(UNUSABLE, "replay $/bars.raw $/fan.dat --topic t --stream a", "2 were given"),
        new Case(UNUSABLE, "run nothing", "there is no job nothing", "events"),
        new Case(UNUSABLE, "run events --input $/bars.raw --output $/folder", "$/folder: ", "file"),
        new Case(UNUSABLE, "run events --input $/bars.raw --output $/bars.raw", "is an input"),
        new Case(UNUSABLE, "run events --input $/bars.raw topic:x", "one topic, or files"),
        new Case(UNUSABLE, "tail t --limit -1", "--limit -1", "at least 0"),
        new Case(UNUSABLE, "check t --limit -1", "--limit -1", "at least 0"),
        new Case(UNUSABLE, "topics --partitions 0", "--partitions 0", "1 to 10000"),
        new Case(UNUSABLE, "demo --json $/folder", "$/folder: is a folder"));
  }

  static Stream<Case> configurations() {
    return Stream.of(
        new Case(UNUSABLE, "topics --set job.paralelism=2", "job.paralelism", "job.parallelism"),
        new Case(UNUSABLE, "topics --set job.parallelism", "job.parallelism", "key=value"),
        new Case(UNUSABLE, "topics --set job.parallelism=two", "=two", "a whole number from 0"),
        new Case(UNUSABLE, "topics --set job.start=now", "=now", "earliest, latest, committed"),
        new Case(UNUSABLE, "topics --config $/missing.yaml", "$/missing.yaml: no such"),
        new Case(UNUSABLE, "topics --config $/folder", "$/folder: no such configuration file"),
        new Case(UNUSABLE, "topics --config $/broken.yaml", "$/broken.yaml, line ", "not YAML"),
        new Case(
            UNUSABLE,
            "topics --config $/unknown-key.yaml",
            "$/unknown-key.yaml: unknown key jobs.parallelism",
            "job.parallelism"),
        new Case(
            UNREACHABLE,
            "topics --bootstrap no.host.invalid:9092",
            "no Kafka broker can be reached at no.host.invalid:9092",
            "--bootstrap HOST:PORT"),
        new Case(UNUSABLE, "topics --bootstrap localhost", "\"localhost\" must be HOST:PORT"),
        new Case(
            UNUSABLE,
            "topics --set kafka.properties.security.protocol=TELNET",
            "Kafka's client properties: ",
            "TELNET",
            "SASL_SSL"),
        new Case(UNUSABLE, "topics --set topics.prefix=a/b", "topic name \"a/b", "a-z"),
        new Case(
            UNUSABLE,
            "run events --input $/bars.raw --output - --set metrics.port=@",
            "metrics.port=@: in use on 127.0.0.1",
            "another"),
        new Case(
            UNUSABLE,
            "run events --input $/bars.raw --output - --set metrics.port=@-@",
            "metrics.port=@-@: in use on 127.0.0.1"),
        new Case(
            UNUSABLE,
            "run events --input $/bars.raw --output - --set metrics.port=http",
            "metrics.port=http must be a port"),
        new Case(
            UNUSABLE,
            "run events --input $/bars.raw --output - --set metrics.host=no.host.invalid",
            "metrics.host=no.host.invalid must be"));
  }

  /** Port 1 has no broker; the clients are told to give up soon. */
  static Stream<Case> unreachableBrokers() {
    String nowhere =
        " --bootstrap localhost:1 --set kafka.properties.default.api.timeout.ms=300"
            + " --set kafka.properties.request.timeout.ms=200";
    return Stream.of(
            "topics",
            "topics --create",
            "tail dvs.events",
            "check dvs.events",
            "replay $/bars.raw --topic dvs.events",
            "run events",
            "run events --input $/bars.raw",
            "run events --input $/bars.raw --output topic:filtered",
            "run events --input topic:events --output $/out.jsonl")
        .map(
            command ->
                new Case(
                    UNREACHABLE,
                    command + nowhere,
                    "no Kafka broker can be reached at localhost:1",
                    "--bootstrap HOST:PORT"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"inputsThatAreNoRecordings", "arguments", "configurations", "unreachableBrokers"})
  void anErrorIsOneLineWithItsStatus(Case given) {
    Told told = Told.by(here(given.commandLine).split(" "));

    assertThat(told.errLines()).as("stderr").hasSize(1);
    assertThat(told.err()).startsWith("saccade: ");
    for (String words : given.told) {
      assertThat(told.err()).contains(here(words));
    }
    assertThat(told.status()).isEqualTo(given.status);
    assertThat(told.out()).as("stdout").isEmpty();
  }

  private static String here(String text) {
    return text.replace("$", folder.toString()).replace("@", "" + taken.getLocalPort());
  }

  @Test
  void aFolderWithoutRecordingsTellsEachFileAndThenTheFolder() {
    Told told = Told.by("run", "events", "--input", folder + "/notes", "--output", "-");

    assertThat(told.status()).isEqualTo(UNUSABLE);
    assertThat(told.errLines()).hasSize(2);
    assertThat(told.errLines().get(0)).contains("left out", "notes.txt", "\"no recording\"");
    assertThat(told.errLines().get(1)).contains("notes: no recording in this folder");
  }

  @Test
  void aStackTraceIsShownWhereItIsAskedFor() {
    Told quiet = Told.by("info", folder + "/missing.raw");
    Told loud = Told.by("info", folder + "/missing.raw", "--debug");

    assertThat(quiet.err()).doesNotContain("\tat ");
    assertThat(loud.err()).contains("\tat org.saccade.").contains(quiet.err());
    assertThat(loud.status()).isEqualTo(UNUSABLE);
  }

  @Test
  void anEventThatAFormatCannotHoldIsNamedAndNothingIsLeft() {
    Told told = Told.by("convert", folder + "/bars.raw", folder + "/bars.bin");

    assertThat(told.status()).isEqualTo(UNUSABLE);
    assertThat(told.errLines()).hasSize(1);
    // N-MNIST has one byte for x: the fifth event of the bars is the first beyond it.
    assertThat(told.err()).contains("bars.bin: ", "event 4: x=308 must be at most 255");
    assertThat(folder.toFile().list()).noneMatch(name -> name.contains("bars.bin"));
  }

  @Test
  void whatStoodThereStaysWhereItCannotBeReplaced() throws IOException {
    Path out = folder.resolve("before.bin");
    Files.writeString(out, "before");

    Told told = Told.by("convert", folder + "/bars.raw", out.toString());

    assertThat(told.status()).isEqualTo(UNUSABLE);
    assertThat(out).hasContent("before");
  }

  @Test
  void theInputIsKnownByALinkToo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link.raw"), folder.resolve("bars.raw"));

    Told told = Told.by("convert", folder + "/bars.raw", link.toString());

    assertThat(told.status()).isEqualTo(UNUSABLE);
    assertThat(told.err()).contains("link.raw: is the input itself");
  }

  @Test
  void eventsOutsideOfTheFrameNameTheFileWhereTheyAreErrors() {
    Told told =
        Told.by(
            "cat",
            folder + "/dots.csv",
            "--geometry",
            "2x2",
            "--out-of-frame",
            "fail",
            "--limit=1");

    assertThat(told.status()).isEqualTo(UNUSABLE);
    assertThat(told.errLines()).hasSize(1);
    assertThat(told.err()).contains("dots.csv: event at t=", "outside of the frame of 2x2");
  }
}
