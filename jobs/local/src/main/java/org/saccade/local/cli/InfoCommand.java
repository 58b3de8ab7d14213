package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.saccade.connectors.recording.RecordingHeader;
import org.saccade.connectors.recording.RecordingScan;
import org.saccade.schemas.codec.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What recordings are. */
@Command(
    name = "info",
    mixinStandardHelpOptions = true,
    description = "What recordings are: format, sensor, count, times, rate, violations met.")
final class InfoCommand implements Callable<Integer> {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Recordings.")
  List<Path> files;

  @Option(names = "--json", description = "One JSON object a line.")
  boolean json;

  @Mixin RecordingOptions recording;

  @Override
  public Integer call() {
    int status = 0;
    for (Path file : files) {
      try {
        RecordingScan scan = RecordingScan.of(file, recording.toReadOptions());
        if (json) {
          System.out.println(asJson(file, scan));
        } else {
          print(file, scan);
        }
      } catch (IOException | RuntimeException e) {
        System.err.println("saccade: " + Errors.message(e));
        status = Math.max(status, Errors.status(e));
      }
    }
    return status;
  }

  private static double eventsPerSecond(RecordingScan scan) {
    return scan.durationMicros() == 0 ? 0 : scan.events() * 1e6 / scan.durationMicros();
  }

  private static void print(Path file, RecordingScan scan) {
    RecordingHeader header = scan.headerWithGeometry();
    row("file", file.toString());
    row("format", scan.format());
    row("kind", "events");
    String from = scan.header().hasGeometry() ? "" : " (smallest that holds the events)";
    row("sensor", header.hasGeometry() ? header.width() + "x" + header.height() + from : "unknown");
    row("events", String.format(Locale.ROOT, "%,d (%,d ON)", scan.events(), scan.on()));
    if (scan.triggers() > 0) {
      row("triggers", String.format(Locale.ROOT, "%,d", scan.triggers()));
    }
    row("first t", scan.firstT() + " us");
    row("last t", scan.lastT() + " us");
    row("duration", String.format(Locale.ROOT, "%.6f s", scan.durationMicros() / 1e6));
    row("rate", String.format(Locale.ROOT, "%,.0f events/s", eventsPerSecond(scan)));
    row("time", scan.monotonic() ? "never goes back" : "goes back");
    row("violations", scan.violations().toString());
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
    node.put("kind", "events");
    node.put("width", header.width());
    node.put("height", header.height());
    node.put("geometryFrom", scan.header().hasGeometry() ? "header" : "events");
    node.put("events", scan.events());
    node.put("on", scan.on());
    node.put("triggers", scan.triggers());
    node.put("firstT", scan.firstT());
    node.put("lastT", scan.lastT());
    node.put("durationMicros", scan.durationMicros());
    node.put("eventsPerSecond", eventsPerSecond(scan));
    node.put("monotonic", scan.monotonic());
    node.put("sdkShiftMicros", scan.sdkShiftMicros());
    ObjectNode violations = node.putObject("violations");
    for (Violation kind : Violation.values()) {
      if (scan.violations().get(kind) > 0) {
        violations.put(kind.name(), scan.violations().get(kind));
      }
    }
    return node.toString();
  }
}
