package org.saccade.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.saccade.connectors.replay.ReplayResult;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * What a demonstration came to.
 *
 * @param streams figures by stream of events
 * @param series what was told of features, by stream and feature
 * @param gaze figures by stream of gaze
 * @param brains figures by stream of a brain's signal
 * @param truth what is true of the stream {@code eeg}; null: it was not simulated
 * @param gestures what was said of simulated gestures; null: there were none
 * @param replays what was sent, in the order of the files
 * @param deadLetters records that could not be used
 * @param wallSeconds from the first packet sent to the last result seen
 */
public record Report(
    Map<String, StreamFigures> streams,
    Map<String, Map<String, SeriesFigures>> series,
    Map<String, GazeFigures> gaze,
    Map<String, BrainFigures> brains,
    SimulatedEeg truth,
    GestureFigures gestures,
    List<ReplayResult> replays,
    long deadLetters,
    double wallSeconds) {
  private static final String ROW = "%-14s %9s %12s %12s %7s %9s %9s %9s  %s%n";

  private static final String GAZE_ROW = "%-14s %9s %12s %14s %12s %15s %18s  %s%n";

  private static final String BRAIN_ROW = "%-14s %9s %12s %12s %9s  %s%n";

  private static final String SERIES_ROW = "%-14s %9s %12s %12s  %s%n";

  /** The feature that the table is about. */
  private static final String RATE = "event_rate";

  void print(PrintStream out) {
    out.println();
    if (!streams.isEmpty()) {
      printEvents(out);
      printSeries(out);
    }
    if (!gaze.isEmpty()) {
      printGaze(out);
    }
    if (!brains.isEmpty()) {
      printBrains(out);
    }
    if (gestures != null) {
      gestures.print(out);
    }
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
    long in = streams.values().stream().mapToLong(f -> f.eventsIn).sum();
    long kept = streams.values().stream().mapToLong(f -> f.eventsOut).sum();
    int found = gaze.values().stream().mapToInt(GazeFigures::microsaccades).sum();
    out.printf(
        Locale.ROOT,
        "%,d events in, %,d kept, %s%,d dead letters, in %.2f s: %,.0f events/s; worst packet %.0f"
            + " ms behind schedule%n",
        in,
        kept,
        gaze.isEmpty() ? "" : String.format(Locale.ROOT, "%,d microsaccades, ", found),
        deadLetters,
        wallSeconds,
        in / wallSeconds,
        replays.stream().mapToLong(ReplayResult::worstBehindNanos).max().orElse(0) / 1e6);
  }

  private void printGaze(PrintStream out) {
    out.printf(
        GAZE_ROW,
        "gaze",
        "packets",
        "samples in",
        "microsaccades",
        "a second",
        "median degrees",
        "median peak deg/s",
        "health");
    gaze.forEach(
        (name, f) ->
            out.printf(
                Locale.ROOT,
                GAZE_ROW,
                name,
                grouped(f.packetsIn),
                grouped(f.samplesIn),
                grouped(f.microsaccades()),
                decimal(f.perSecond(), 2),
                decimal(f.amplitude(), 3),
                decimal(f.peakVelocity(), 1),
                f.health.isEmpty() ? "ok" : f.health.toString()));
    out.println();
  }

  private void printBrains(PrintStream out) {
    out.printf(BRAIN_ROW, "brain", "packets", "samples in", "features", "drifts", "health");
    brains.forEach(
        (name, f) -> {
          Map<String, SeriesFigures> features = series.getOrDefault(name, Map.of());
          out.printf(
              BRAIN_ROW,
              name,
              grouped(f.packetsIn),
              grouped(f.samplesIn),
              grouped(f.features),
              grouped(features.values().stream().mapToInt(s -> s.drifts).sum()),
              f.health().isEmpty() ? "ok" : f.health().toString());
          if (truth != null && name.equals(DemoEeg.STREAM)) {
            f.print(out, truth, features);
          }
        });
    out.println();
  }

  private static String decimal(double value, int digits) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + digits + "f", value);
  }

  private void printEvents(PrintStream out) {
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
    for (Map.Entry<String, StreamFigures> stream : streams.entrySet()) {
      StreamFigures f = stream.getValue();
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
  }

  /** Of the rate of events; of streams too short for a warm-up nothing is told. */
  private void printSeries(PrintStream out) {
    out.printf(SERIES_ROW, "event rate", "values", "anomalies", "drifts", "");
    series.forEach(
        (stream, features) -> {
          SeriesFigures f = features.get(RATE);
          if (f != null) {
            out.printf(
                SERIES_ROW,
                stream,
                grouped(f.values),
                grouped(f.anomalies),
                grouped(f.drifts),
                told(f));
          }
        });
    out.println();
  }

  private static String told(SeriesFigures f) {
    String text = "";
    if (f.anomaly != null) {
      text +=
          String.format(
              Locale.ROOT,
              "%,.0f/s at %.2f s%s",
              f.anomaly.getValue(),
              f.anomaly.getTime() / 1e6,
              f.drift == null ? "" : "; ");
    }
    if (f.drift != null) {
      text +=
          String.format(
              Locale.ROOT,
              "%s by %,.0f/s from %.2f s on, decided at %.2f s",
              f.drift.getDirection(),
              Math.abs(f.drift.getMagnitude()),
              f.drift.getBegan() / 1e6,
              f.drift.getDecided() / 1e6);
    }
    return text;
  }

  private void put(ObjectNode all, String stream, Map<String, SeriesFigures> features) {
    ObjectNode of = all.putObject(stream);
    features.forEach(
        (name, f) -> {
          ObjectNode node = of.putObject(name);
          node.put("values", f.values);
          node.put("anomalies", f.anomalies);
          node.put("drifts", f.drifts);
          if (f.anomaly != null) {
            ObjectNode first = node.putObject("firstAnomaly");
            first.put("time", f.anomaly.getTime());
            first.put("value", f.anomaly.getValue());
            first.put("rawScore", f.anomaly.getRawScore());
            first.put("logLikelihood", f.anomaly.getLogLikelihood());
          }
          if (f.drift != null) {
            ObjectNode first = node.putObject("firstDrift");
            first.put("began", f.drift.getBegan());
            first.put("decided", f.drift.getDecided());
            first.put("direction", f.drift.getDirection().name());
            first.put("magnitude", f.drift.getMagnitude());
            first.put("statistic", f.drift.getStatistic());
            first.put("threshold", f.drift.getThreshold());
          }
        });
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
    ObjectNode watched = root.putObject("series");
    series.forEach((stream, features) -> put(watched, stream, features));
    ObjectNode people = root.putObject("gaze");
    gaze.forEach(
        (name, f) -> {
          ObjectNode eyes = people.putObject(name);
          eyes.put("packetsIn", f.packetsIn);
          eyes.put("samplesIn", f.samplesIn);
          eyes.put("microsaccades", f.microsaccades());
          put(eyes, "microsaccadesPerSecond", f.perSecond());
          put(eyes, "amplitudeDegreesP50", f.amplitude());
          put(eyes, "peakVelocityDegreesPerSecondP50", f.peakVelocity());
          eyes.put("summary", f.summary);
          ObjectNode health = eyes.putObject("health");
          f.health.forEach(health::put);
        });
    ObjectNode minds = root.putObject("brains");
    brains.forEach((name, f) -> f.json(minds.putObject(name)));
    if (gestures != null) {
      gestures.json(root.putObject("gestures"));
    }
    return root.toString();
  }

  /** JSON has no NaN. */
  private static void put(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }

  private static String grouped(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
