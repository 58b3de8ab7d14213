package org.saccade.training.run;

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
    double[] gap = new double[BINS];
    for (int i = 0; i < labels.length; i++) {
      double[] row = new double[scores[i].length];
      int best = 0;
      for (int c = 0; c < row.length; c++) {
        row[c] = scores[i][c];
        best = row[c] > row[best] ? c : best;
      }
      double sure = confidence.of(row);
      gap[Math.min(BINS - 1, (int) (sure * BINS))] += (best == labels[i] ? 1 : 0) - sure;
    }
    double error = 0;
    for (double g : gap) {
      error += Math.abs(g) / labels.length;
    }
    return error;
  }
}
