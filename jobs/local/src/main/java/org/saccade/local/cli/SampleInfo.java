package org.saccade.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.saccade.connectors.recording.SampleScan;
import org.saccade.connectors.recording.SampleSignal;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.packet.SampleChannel;

/** What a sampled recording is, for {@code saccade info}. */
final class SampleInfo {
  private final Path file;
  private final SampleScan scan;
  private final List<SampleSignal> signals;
  private final List<SampleScan> streams;

  /**
   * @param scan of the main stream
   * @param signals of the file
   * @param streams a scan of each stream, by number
   */
  SampleInfo(Path file, SampleScan scan, List<SampleSignal> signals, List<SampleScan> streams) {
    this.file = file;
    this.scan = scan;
    this.signals = signals;
    this.streams = streams;
  }

  void print() {
    row("file", file.toString());
    row("format", scan.header().format());
    row("kind", scan.header().channels().isEmpty() ? "markers" : "samples");
    row("channels", String.valueOf(signals.size()));
    for (SampleSignal signal : signals) {
      row("channel", told(signal));
    }
    row("rate", scan.header().channels().isEmpty() ? "-" : scan.header().rate().toString());
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

  private String told(SampleSignal signal) {
    SampleChannel channel = signal.channel();
    SampleScan stream = streams.get(signal.stream());
    long missing = stream.missing()[signal.index()];
    return channel.name()
        + " "
        + channel.type()
        + (channel.unit().isEmpty() ? "" : " in " + channel.unit())
        + (streams.size() == 1
            ? ""
            : String.format(Locale.ROOT, ", %s, %,d samples", signal.rate(), stream.samples()))
        + (missing == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %,d missing (%.1f %%)",
                missing,
                100.0 * missing / stream.samples()));
  }

  private static void row(String name, String value) {
    System.out.printf("%-11s %s%n", name, value);
  }

  String asJson() {
    ObjectNode node = new ObjectMapper().createObjectNode();
    node.put("file", file.toString());
    node.put("format", scan.header().format());
    node.put("kind", scan.header().channels().isEmpty() ? "markers" : "samples");
    ArrayNode channels = node.putArray("channels");
    for (SampleSignal signal : signals) {
      SampleChannel channel = signal.channel();
      SampleScan stream = streams.get(signal.stream());
      ObjectNode one = channels.addObject();
      one.put("name", channel.name());
      one.put("type", channel.type().name());
      one.put("unit", channel.unit());
      one.put("scale", channel.scale());
      one.put("offset", channel.offset());
      one.put("missing", stream.missing()[signal.index()]);
      one.put("rateNumerator", signal.rate().numerator());
      one.put("rateDenominator", signal.rate().denominator());
      one.put("samples", stream.samples());
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
