package org.saccade.local.nab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.htm.HtmParameters;

/** The detector, or scores that some other one wrote, on the benchmark. */
public final class NabEvaluation {
  /**
   * One line of the table.
   *
   * @param name what was scored
   * @param scores by profile
   */
  public record Row(String name, Map<Profile, NabScore> scores) {}

  private final List<LabelledSeries> series;
  private final List<Worth> worth;
  private final List<String> folders;

  public NabEvaluation(List<LabelledSeries> series) {
    this.series = List.copyOf(series);
    worth = series.stream().map(LabelledSeries::worth).toList();
    folders = series.stream().map(LabelledSeries::folder).toList();
  }

  /**
   * A line a seed, and behind them, if asked for, a line a part of the detector that is left out or
   * alone (with the first seed), and one of all seeds' models together.
   */
  public List<Row> detector(int seeds, boolean ablation) {
    List<Row> rows = new ArrayList<>();
    List<List<Scored>> all = new ArrayList<>();
    for (int seed = 0; seed < seeds; seed++) {
      List<Scored> scored = Scored.all(series, Scored.seeded(HtmParameters.VALUES, seed));
      all.add(scored);
      rows.add(row("seed " + seed, scored.stream().map(Scored::anomaly).toList()));
    }
    if (ablation) {
      Ablation.of(series, all.get(0), 0).forEach((name, scores) -> rows.add(row(name, scores)));
      if (seeds > 1) {
        rows.add(row("models of all seeds together", Ablation.together(series, all)));
      }
    }
    return rows;
  }

  /** A line of scores, an array a series. */
  public Row row(String name, List<double[]> scores) {
    Map<Profile, NabScore> byProfile = new EnumMap<>(Profile.class);
    for (Profile profile : Profile.values()) {
      byProfile.put(profile, NabScore.of(worth, folders, scores, profile));
    }
    return new Row(name, byProfile);
  }

  /** Windows that can be found. */
  public int windows() {
    return worth.stream().mapToInt(Worth::windows).sum();
  }

  public int series() {
    return series.size();
  }
}
