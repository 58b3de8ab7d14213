package org.saccade.local.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The threshold at which the raw score over several series is highest, by trying each score that
 * occurs and, above them all, {@value #NOTHING}.
 *
 * @param raw raw score there
 * @param threshold τ
 */
record Sweep(double raw, double threshold) {
  /** A threshold that no score reaches. */
  static final double NOTHING = 1.1;

  private record Point(double score, int series, int record) {}

  static Sweep over(List<Worth> series, List<double[]> scores, Profile profile) {
    List<Point> points = new ArrayList<>();
    double[][] best = new double[series.size()][];
    double raw = 0;
    for (int k = 0; k < series.size(); k++) {
      Worth worth = series.get(k);
      for (int i = worth.probation(); i < worth.records(); i++) {
        points.add(new Point(scores.get(k)[i], k, i));
      }
      best[k] = new double[worth.records()];
      Arrays.fill(best[k], -profile.missed());
      raw -= profile.missed() * worth.windows();
    }
    points.sort((a, b) -> Double.compare(b.score, a.score));
    Sweep most = new Sweep(raw, NOTHING);
    double now = NOTHING;
    for (Point p : points) {
      if (p.score != now) {
        most = raw > most.raw ? new Sweep(raw, now) : most;
        now = p.score;
      }
      Worth worth = series.get(p.series);
      double value = worth.value(p.record, profile);
      int window = worth.window(p.record);
      if (window >= 0) {
        double before = best[p.series][window];
        best[p.series][window] = Math.max(before, value);
        value = best[p.series][window] - before;
      }
      raw += value;
    }
    return raw > most.raw ? new Sweep(raw, now) : most;
  }
}
