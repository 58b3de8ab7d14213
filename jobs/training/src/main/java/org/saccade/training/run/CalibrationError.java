package org.saccade.training.run;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.spikepoint.Confidence;

/**
 * Expected calibration error: over ten bins of confidence, the mean of |accuracy - confidence|,
 * weighted by the windows of the bin.
 */
public final class CalibrationError {
  private static final int BINS = 10;

  private CalibrationError() {}

  /** 0: right as often as it says. */
  public static double of(Confidence confidence, float[][] scores, int[] labels) {
    return of(i -> confidence, scores, labels);
  }

  /**
   * Of windows whose temperature is fitted to others than themselves: those of half of the clips to
   * the other half, and the other way about. NaN where a half is empty.
   */
  static double crossed(Scoring.Result unseen) {
    int[] halves =
        Arrays.stream(unseen.clips()).map(clip -> (int) (SplitMix.hash(clip) & 1)).toArray();
    Confidence[] others = new Confidence[2];
    for (int half = 0; half < 2; half++) {
      int other = 1 - half;
      int[] at = IntStream.range(0, halves.length).filter(i -> halves[i] == other).toArray();
      if (at.length == 0) {
        return Double.NaN;
      }
      others[half] =
          Temperature.fit(
              Arrays.stream(at).mapToObj(i -> unseen.scores()[i]).toArray(float[][]::new),
              Arrays.stream(at).map(i -> unseen.labels()[i]).toArray());
    }
    return of(i -> others[halves[i]], unseen.scores(), unseen.labels());
  }

  private static double of(IntFunction<Confidence> confidence, float[][] scores, int[] labels) {
    double[] gap = new double[BINS];
    for (int i = 0; i < labels.length; i++) {
      double[] row = new double[scores[i].length];
      int best = 0;
      for (int c = 0; c < row.length; c++) {
        row[c] = scores[i][c];
        best = row[c] > row[best] ? c : best;
      }
      double sure = confidence.apply(i).of(row);
      gap[Math.min(BINS - 1, (int) (sure * BINS))] += (best == labels[i] ? 1 : 0) - sure;
    }
    double error = 0;
    for (double g : gap) {
      error += Math.abs(g) / labels.length;
    }
    return error;
  }
}
