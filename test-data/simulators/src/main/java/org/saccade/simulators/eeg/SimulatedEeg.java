package org.saccade.simulators.eeg;

import java.util.ArrayList;
import java.util.List;
import org.saccade.simulators.eeg.EegEpisode.Kind;

/**
 * A recording and what is true of it.
 *
 * @param rate samples a second
 * @param names of the electrodes
 * @param microvolts {@code [electrode][sample]}, with those that are lost
 * @param truth in the order of their begins
 */
public record SimulatedEeg(
    double rate, List<String> names, double[][] microvolts, List<EegEpisode> truth) {
  /** Samples, with those that are lost. */
  public int size() {
    return microvolts[0].length;
  }

  /** What is true of a kind. */
  public List<EegEpisode> of(Kind kind) {
    return truth.stream().filter(e -> e.kind() == kind).toList();
  }

  /**
   * A part of the recording without a hole and under one clock.
   *
   * @param from its first sample
   * @param to behind its last
   * @param clockMicros what the clock says beyond {@code from/rate}, microseconds
   */
  public record Stretch(int from, int to, long clockMicros) {}

  /** Its stretches, in order. */
  public List<Stretch> stretches() {
    List<Stretch> stretches = new ArrayList<>();
    int from = 0;
    long clock = 0;
    for (EegEpisode e : truth) {
      if (e.kind() != Kind.GAP && e.kind() != Kind.CLOCK) {
        continue;
      }
      if (e.from() > from) {
        stretches.add(new Stretch(from, e.from(), clock));
      }
      from = e.kind() == Kind.GAP ? e.to() : e.from();
      clock += e.kind() == Kind.CLOCK ? Math.round(e.size()) : 0;
    }
    if (from < size()) {
      stretches.add(new Stretch(from, size(), clock));
    }
    return stretches;
  }
}
