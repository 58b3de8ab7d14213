package org.saccade.local.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.saccade.operators.probability.SplitMix;

/**
 * The benchmark's score of one detector in one profile.
 *
 * @param score with the best threshold for all series
 * @param threshold that threshold
 * @param low lower end of the 95 % interval: series drawn anew, with replacement, threshold kept
 * @param high its upper end
 * @param otherFolders each folder scored with the threshold that is best on all others
 * @param otherHalf each half of the series with the threshold of the other
 */
public record NabScore(
    double score,
    double threshold,
    double low,
    double high,
    double otherFolders,
    double otherHalf) {
  private static final int DRAWS = 2000;

  /**
   * @param series what detections are worth, a series each
   * @param folders the folder of each
   * @param scores of each record of each, no NaN
   */
  public static NabScore of(
      List<Worth> series, List<String> folders, List<double[]> scores, Profile profile) {
    for (int k = 0; k < series.size(); k++) {
      check(k, series.get(k), scores.get(k));
    }
    int windows = series.stream().mapToInt(Worth::windows).sum();
    Sweep best = Sweep.over(series, scores, profile);
    double[] raw = new double[series.size()];
    for (int k = 0; k < raw.length; k++) {
      raw[k] = series.get(k).raw(scores.get(k), best.threshold(), profile);
    }
    double[] drawn = drawn(series, raw, profile);
    List<String> names = folders.stream().distinct().toList();
    double byFolder = 0;
    for (String name : names) {
      byFolder += heldOut(series, scores, profile, k -> folders.get(k).equals(name));
    }
    double byHalf =
        heldOut(series, scores, profile, k -> k % 2 == 0)
            + heldOut(series, scores, profile, k -> k % 2 == 1);
    return new NabScore(
        profile.normalised(best.raw(), windows),
        best.threshold(),
        drawn[(int) (0.025 * DRAWS)],
        drawn[(int) (0.975 * DRAWS)],
        profile.normalised(byFolder, windows),
        profile.normalised(byHalf, windows));
  }

  private static void check(int k, Worth worth, double[] scores) {
    if (scores.length != worth.records()) {
      throw new IllegalArgumentException(
          "series " + k + " has " + scores.length + " scores, expected " + worth.records());
    }
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("series " + k + ", record " + i + ": score is NaN");
      }
    }
  }

  /** Raw score of the series that are held out, with the threshold of the others. */
  private static double heldOut(
      List<Worth> series, List<double[]> scores, Profile profile, IntPredicate out) {
    List<Worth> others = new ArrayList<>();
    List<double[]> theirs = new ArrayList<>();
    for (int k = 0; k < series.size(); k++) {
      if (!out.test(k)) {
        others.add(series.get(k));
        theirs.add(scores.get(k));
      }
    }
    double threshold = Sweep.over(others, theirs, profile).threshold();
    double raw = 0;
    for (int k = 0; k < series.size(); k++) {
      raw += out.test(k) ? series.get(k).raw(scores.get(k), threshold, profile) : 0;
    }
    return raw;
  }

  private static double[] drawn(List<Worth> series, double[] raw, Profile profile) {
    SplitMix random = new SplitMix(1);
    double[] drawn = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      int windows = 0;
      for (int i = 0; i < raw.length; i++) {
        int k = random.nextInt(raw.length);
        sum += raw[k];
        windows += series.get(k).windows();
      }
      drawn[draw] = windows == 0 ? 0 : profile.normalised(sum, windows);
    }
    Arrays.sort(drawn);
    return drawn;
  }
}
