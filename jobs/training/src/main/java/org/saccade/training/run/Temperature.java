package org.saccade.training.run;

import org.saccade.operators.spikepoint.Confidence;

/**
 * The temperature that makes labels of windows that were not trained on most likely under
 * softmax(scores / temperature) (Guo et al., On Calibration of Modern Neural Networks, 2017), by
 * golden section over its logarithm.
 */
public final class Temperature {
  private static final double LEAST = 1e-3;
  private static final double MOST = 10;
  private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

  private Temperature() {}

  /**
   * Fits it.
   *
   * @param scores a row a window
   * @param labels a class number a window, at least one
   */
  public static Confidence fit(float[][] scores, int[] labels) {
    double a = StrictMath.log(LEAST);
    double b = StrictMath.log(MOST);
    double c = b - GOLDEN * (b - a);
    double d = a + GOLDEN * (b - a);
    while (b - a > 1e-4) {
      if (loss(scores, labels, c) < loss(scores, labels, d)) {
        b = d;
      } else {
        a = c;
      }
      c = b - GOLDEN * (b - a);
      d = a + GOLDEN * (b - a);
    }
    return new Confidence(StrictMath.exp((a + b) / 2));
  }

  /** Mean negative logarithm of the labels' probabilities. */
  private static double loss(float[][] scores, int[] labels, double logTemperature) {
    double temperature = StrictMath.exp(logTemperature);
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      double label = scores[i][labels[i]];
      double others = 0;
      for (float score : scores[i]) {
        others += StrictMath.exp((score - label) / temperature);
      }
      sum += StrictMath.log(others);
    }
    return sum / labels.length;
  }
}
