package org.saccade.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.saccade.schemas.Drift;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.StreamHealth;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * What was seen of one brain's signal on the topics, and what is true of it where it is simulated.
 */
public final class BrainFigures {
  private static final Map<Kind, String> WHAT =
      Map.of(
          Kind.GAP, "GAP",
          Kind.DEAD, "FLAT",
          Kind.GAIN, "GAIN",
          Kind.RHYTHM, "eeg_alpha");

  long packetsIn;
  long samplesIn;
  long features;
  String summary = "";

  private final List<StreamHealth> told = new ArrayList<>();

  void in(SamplePacket packet) {
    packetsIn++;
    samplesIn += packet.getCount();
  }

  void told(StreamHealth health) {
    if (health.getState() != HealthState.OPEN) {
      told.add(health);
    }
  }

  /** How often each kind was told. */
  Map<String, Long> health() {
    Map<String, Long> kinds = new TreeMap<>();
    told.forEach(h -> kinds.merge(h.getKind().name(), 1L, Long::sum));
    return kinds;
  }

  /** Whether its session has ended and all of its features have been seen. */
  boolean done() {
    return features >= StreamFigures.summarized(summary, "found");
  }

  /** What is true beside what was told of it. */
  void print(PrintStream out, SimulatedEeg truth, Map<String, SeriesFigures> series) {
    for (EegEpisode e : truth.truth()) {
      if (WHAT.containsKey(e.kind())) {
        out.printf(Locale.ROOT, "  %-60s %s%n", "true: " + of(e, truth), found(e, truth, series));
      }
    }
    for (Kind harmless : List.of(Kind.BLINK, Kind.MUSCLE, Kind.POP)) {
      out.printf(
          "  %-60s %s%n",
          "true: " + truth.of(harmless).size() + " x " + harmless.name().toLowerCase(Locale.ROOT),
          "not told");
    }
  }

  private static String of(EegEpisode e, SimulatedEeg truth) {
    return String.format(
        Locale.ROOT,
        "%s from %.2f to %.2f s",
        switch (e.kind()) {
          case GAP -> "samples are lost";
          case DEAD -> "channel " + truth.names().get(e.channel()) + " is dead";
          case GAIN -> String.format(Locale.ROOT, "the gain is %.0f times as large", e.size());
          default -> "eyes closed, alpha";
        },
        e.from() / truth.rate(),
        e.to() / truth.rate());
  }

  private String found(EegEpisode e, SimulatedEeg truth, Map<String, SeriesFigures> series) {
    double from = 1e6 * e.from() / truth.rate();
    double to = 1e6 * e.to() / truth.rate();
    if (e.kind() == Kind.RHYTHM) {
      SeriesFigures alpha = series.get(WHAT.get(e.kind()));
      Drift drift = alpha == null ? null : alpha.drift;
      return drift == null
          ? "not found"
          : String.format(
              Locale.ROOT,
              "drift of eeg_alpha, %s by %.1f dB from %.2f s on, decided at %.2f s",
              drift.getDirection(),
              Math.abs(drift.getMagnitude()),
              drift.getBegan() / 1e6,
              drift.getDecided() / 1e6);
    }
    return told.stream()
        .filter(h -> h.getKind().name().equals(WHAT.get(e.kind())))
        .filter(h -> h.getProvenance().getStart() < to && h.getProvenance().getEnd() > from)
        .findFirst()
        .map(
            h ->
                String.format(
                    Locale.ROOT,
                    "%s from %.2f to %.2f s",
                    h.getKind(),
                    h.getProvenance().getStart() / 1e6,
                    h.getProvenance().getEnd() / 1e6))
        .orElse("not found");
  }

  void json(ObjectNode node) {
    node.put("packetsIn", packetsIn);
    node.put("samplesIn", samplesIn);
    node.put("features", features);
    node.put("summary", summary);
    ArrayNode all = node.putArray("health");
    for (StreamHealth h : told) {
      ObjectNode one = all.addObject();
      one.put("kind", h.getKind().name());
      one.put("start", h.getProvenance().getStart());
      one.put("end", h.getProvenance().getEnd());
      one.put("detail", h.getDetail());
    }
  }
}
