package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.recording.SampleScan;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.schemas.codec.OutOfFrameException;
import org.saccade.schemas.codec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** What recordings are. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    header = "What recordings are: format, sensor, count, times, rate, violations met.",
    description = {
      "Reads each to its end. A file that cannot be read is told on stderr; the others are shown",
      "all the same."
    })
final class InfoCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(
      paramLabel = "FILE|DIR",
      arity = "1..*",
      description = "Recordings, folders in BIDS layout.")
  List<Path> files;

  @Option(names = "--json", description = "One JSON object a line.")
  boolean json;

  @Mixin RecordingOptions recording;

  @ParentCommand Saccade root;

  @Override
  public Integer call() throws IOException {
    int status = 0;
    ReadOptions options = recording.toReadOptions();
    for (Path file : Folders.files(files)) {
      try {
        if (SampleFormats.find(file, options).isPresent()) {
          samples(file, options);
          continue;
        }
        RecordingScan scan = RecordingScan.of(file, options);
        if (json) {
          System.out.println(asJson(file, scan));
        } else {
          print(file, scan);
        }
      } catch (OutOfFrameException e) {
        status = Math.max(status, root.tell(Errors.in(file, e)));
      } catch (IOException | IllegalArgumentException e) {
        status = Math.max(status, root.tell(e));
      }
    }
    return status;
  }

  private void samples(Path file, ReadOptions options) throws IOException {
    List<SampleSignal> signals;
    SampleScan main;
    int stream;
    try (SampleRecording recording = SampleFormats.open(file, options)) {
      signals = recording.signals();
      stream = recording.stream();
      main = SampleScan.of(recording);
    }
    List<SampleScan> scans = new ArrayList<>();
    int streams = signals.stream().mapToInt(SampleSignal::stream).max().orElse(0) + 1;
    for (int s = 0; s < streams; s++) {
      if (s == stream) {
        scans.add(main);
        continue;
      }
      try (SampleRecording other =
          SampleFormats.open(file, options.withSamples(options.samples().withStream(s)))) {
        scans.add(SampleScan.of(other));
      }
    }
    SampleInfo info = new SampleInfo(file, main, signals, scans);
    if (json) {
      System.out.println(info.asJson());
    } else {
      info.print();
    }
  }

  private static double eventsPerSecond(RecordingScan scan) {
    return scan.durationMicros() == 0 ? 0 : scan.events() * 1e6 / scan.durationMicros();
  }

  private static void print(Path file, RecordingScan scan) {
    RecordingHeader header = scan.headerWithGeometry();
    row("file", file.toString());
    row("format", scan.format());
    row("kind", scan.holds());
    String from = scan.header().hasGeometry() ? "" : " (smallest that holds the events)";
    row("sensor", header.hasGeometry() ? header.width() + "x" + header.height() + from : "unknown");
    row("events", String.format(Locale.ROOT, "%,d (%,d ON)", scan.events(), scan.on()));
    if (scan.triggers() > 0) {
      row("triggers", String.format(Locale.ROOT, "%,d", scan.triggers()));
    }
    scan.items().forEach((k, n) -> row(k, String.format(Locale.ROOT, "%,d", n)));
    scan.declared()
        .forEach(
            (kind, n) -> {
              String told = scan.read(kind) == n ? ", as read" : ", but not as read";
              row("declared", String.format(Locale.ROOT, "%,d %s%s", n, kind, told));
            });
    row("first t", scan.isEmpty() ? "-" : scan.firstT() + " us");
    row("last t", scan.isEmpty() ? "-" : scan.lastT() + " us");
    row("duration", String.format(Locale.ROOT, "%.6f s", scan.durationMicros() / 1e6));
    row("rate", String.format(Locale.ROOT, "%,.0f events/s", eventsPerSecond(scan)));
    row("time", scan.monotonic() ? "never goes back" : "goes back");
    row("violations", scan.violations().toString());
    header.fields().forEach((key, value) -> row("header", key + " " + value));
    System.out.println();
  }

  private static void row(String name, String value) {
    System.out.printf("%-11s %s%n", name, value);
  }

  private static String asJson(Path file, RecordingScan scan) {
    RecordingHeader header = scan.headerWithGeometry();
    ObjectNode node = JSON.createObjectNode();
    node.put("file", file.toString());
    node.put("format", scan.format());
    node.put("kind", scan.holds());
    node.put("width", header.width());
    node.put("height", header.height());
    node.put("geometryFrom", scan.header().hasGeometry() ? "header" : "events");
    node.put("events", scan.events());
    node.put("on", scan.on());
    node.put("triggers", scan.triggers());
    ObjectNode items = node.putObject("items");
    scan.items().forEach(items::put);
    node.put("firstT", scan.isEmpty() ? null : (Long) scan.firstT());
    node.put("lastT", scan.isEmpty() ? null : (Long) scan.lastT());
    node.put("durationMicros", scan.durationMicros());
    node.put("eventsPerSecond", eventsPerSecond(scan));
    node.put("monotonic", scan.monotonic());
    node.put("sdkShiftMicros", scan.sdkShiftMicros());
    node.put("epochMicros", header.epochMicros());
    ObjectNode fields = node.putObject("header");
    header.fields().forEach(fields::put);
    ObjectNode violations = node.putObject("violations");
    for (Violation kind : Violation.values()) {
      if (scan.violations().get(kind) > 0) {
        violations.put(kind.name(), scan.violations().get(kind));
      }
    }
    ObjectNode declared = node.putObject("declared");
    scan.declared().forEach(declared::put);
    node.put("asDeclared", scan.declared().isEmpty() ? null : (Boolean) scan.isAsDeclared());
    return node.toString();
  }
}
