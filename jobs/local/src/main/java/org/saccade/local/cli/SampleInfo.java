package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Locale;
import org.saccade.connectors.recording.SampleScan;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.SampleChannel;

/** What a sampled recording is, for {@code saccade info}. */
final class SampleInfo {
  private SampleInfo() {}

  static void print(Path file, SampleScan scan) {
    row("file", file.toString());
    row("format", scan.header().format());
    row("kind", "samples");
    row("channels", String.valueOf(scan.header().channels().size()));
    for (int c = 0; c < scan.missing().length; c++) {
      SampleChannel channel = scan.header().channels().get(c);
      String missing =
          scan.missing()[c] == 0
              ? ""
              : String.format(
                  Locale.ROOT,
                  ", %,d missing (%.1f %%)",
                  scan.missing()[c],
                  100.0 * scan.missing()[c] / scan.samples());
      row(
          "channel",
          channel.name()
              + " "
              + channel.type()
              + (channel.unit().isEmpty() ? "" : " in " + channel.unit())
              + missing);
    }
    row("rate", scan.header().rate().toString());
    row("samples", String.format(Locale.ROOT, "%,d", scan.samples()));
    row("markers", String.format(Locale.ROOT, "%,d", scan.markers()));
    row("stretches", String.format(Locale.ROOT, "%,d without a hole", scan.stretches()));
    row("first t", scan.samples() == 0 ? "-" : scan.firstMicros() + " us");
    row("end t", scan.samples() == 0 ? "-" : scan.endMicros() + " us");
    row("sampled", String.format(Locale.ROOT, "%.6f s", scan.sampledMicros() / 1e6));
    row("violations", scan.violations().toString());
    scan.header().fields().forEach((key, value) -> row("header", key + " " + value));
    System.out.println();
  }

  private static void row(String name, String value) {
    System.out.printf("%-11s %s%n", name, value);
  }

  static String asJson(Path file, SampleScan scan) {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("file", file.toString());
    node.put("format", scan.header().format());
    node.put("kind", "samples");
    ArrayNode channels = node.putArray("channels");
    for (int c = 0; c < scan.missing().length; c++) {
      SampleChannel channel = scan.header().channels().get(c);
      ObjectNode one = channels.addObject();
      one.put("name", channel.name());
      one.put("type", channel.type().name());
      one.put("unit", channel.unit());
      one.put("scale", channel.scale());
      one.put("offset", channel.offset());
      one.put("missing", scan.missing()[c]);
    }
    node.put("rateNumerator", scan.header().rate().numerator());
    node.put("rateDenominator", scan.header().rate().denominator());
    node.put("samples", scan.samples());
    node.put("markers", scan.markers());
    node.put("stretches", scan.stretches());
    node.put("firstT", scan.samples() == 0 ? null : (Long) scan.firstMicros());
    node.put("endT", scan.samples() == 0 ? null : (Long) scan.endMicros());
    node.put("sampledMicros", scan.sampledMicros());
    node.put("epochMicros", scan.header().epochMicros());
    ObjectNode fields = node.putObject("header");
    scan.header().fields().forEach(fields::put);
    ObjectNode violations = node.putObject("violations");
    for (Violation kind : Violation.values()) {
      if (scan.violations().get(kind) > 0) {
        violations.put(kind.name(), scan.violations().get(kind));
      }
    }
    return node.toString();
  }
}
