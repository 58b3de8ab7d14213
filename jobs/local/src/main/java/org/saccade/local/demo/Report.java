package org.saccade.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.replay.ReplayResult;

/**
 * What a demonstration came to.
 *
 * @param streams figures by stream
 * @param replays what was sent, in the order of the files
 * @param deadLetters records that could not be used
 * @param wallSeconds from the first packet sent to the last result seen
 */
public record Report(
    Map<String, StreamFigures> streams,
    List<ReplayResult> replays,
    long deadLetters,
    double wallSeconds) {
  private static final String ROW = "%-14s %9s %12s %12s %7s %9s %9s %9s  %s%n";

  void print(PrintStream out) {
    out.println();
    out.printf(
        ROW,
        "stream",
        "packets",
        "events in",
        "events kept",
        "kept",
        "features",
        "p50 ms",
        "p99 ms",
        "health");
    long in = 0;
    long kept = 0;
    for (Map.Entry<String, StreamFigures> stream : streams.entrySet()) {
      StreamFigures f = stream.getValue();
      in += f.eventsIn;
      kept += f.eventsOut;
      out.printf(
          Locale.ROOT,
          ROW,
          stream.getKey(),
          grouped(f.packetsIn),
          grouped(f.eventsIn),
          grouped(f.eventsOut),
          f.eventsIn == 0
              ? "-"
              : String.format(Locale.ROOT, "%.1f %%", 100.0 * f.eventsOut / f.eventsIn),
          grouped(f.features),
          f.latencyMillis(0.5),
          f.latencyMillis(0.99),
          f.health.isEmpty() ? "ok" : f.health.toString());
    }
    out.println();
    for (ReplayResult replay : replays) {
      if (!replay.violations().isEmpty()) {
        out.printf("%s: violations: %s%n", replay.firstSession(), replay.violations());
      }
      if (replay.markers() > 0) {
        out.printf("%s: %d trigger edges, as markers%n", replay.firstSession(), replay.markers());
      }
      if (replay.failed() > 0) {
        out.printf("%s: %d packets refused%n", replay.firstSession(), replay.failed());
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d events in, %,d kept, %,d dead letters, in %.2f s: %,.0f events/s; worst packet %.0f ms"
            + " behind schedule%n",
        in,
        kept,
        deadLetters,
        wallSeconds,
        in / wallSeconds,
        replays.stream().mapToLong(ReplayResult::worstBehindNanos).max().orElse(0) / 1e6);
  }

  /** Whether packets were refused by the broker. */
  public boolean failed() {
    return replays.stream().anyMatch(replay -> replay.failed() > 0);
  }

  /** The figures as one JSON object. */
  public String json() {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    root.put("wallSeconds", wallSeconds);
    root.put("deadLetters", deadLetters);
    ObjectNode all = root.putObject("streams");
    streams.forEach(
        (name, f) -> {
          ObjectNode stream = all.putObject(name);
          stream.put("packetsIn", f.packetsIn);
          stream.put("eventsIn", f.eventsIn);
          stream.put("packetsOut", f.packetsOut);
          stream.put("eventsOut", f.eventsOut);
          stream.put("features", f.features);
          stream.put("latencyMillisP50", f.latencyMillis(0.5));
          stream.put("latencyMillisP99", f.latencyMillis(0.99));
          stream.put("summary", f.summary);
          ObjectNode health = stream.putObject("health");
          f.health.forEach(health::put);
        });
    return root.toString();
  }

  private static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
