package org.saccade.operators.change;

import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.sequential.Calibration;

/**
 * Thresholds of several CUSUMs that run side by side, for one run length between the false alarms
 * of all together: first each for as many times the run length as there are, then all by one
 * factor.
 */
final class PanelThresholds {
  private static final int ALARMS = 100;
  private static final long MOST_SAMPLES = 200_000;
  private static final int HALVINGS = 10;

  private final double[] evidence;
  private final int kinds;
  private final int samples;
  private final int block;
  private final long seed;
  private final double runLength;

  private PanelThresholds(
      double[] evidence, int kinds, int samples, int block, double runLength, long seed) {
    this.evidence = evidence;
    this.kinds = kinds;
    this.samples = samples;
    this.block = block;
    this.runLength = runLength;
    this.seed = seed;
  }

  /**
   * @param evidence of the warm-up, sample after sample, each of {@code kinds} numbers
   * @param block samples of a run of the warm-up that is drawn at once
   * @return a threshold a kind; infinite where the warm-up itself is evidence of the change
   */
  static double[] of(double[] evidence, int kinds, int block, double runLength, long seed) {
    int samples = evidence.length / kinds;
    PanelThresholds panel = new PanelThresholds(evidence, kinds, samples, block, runLength, seed);
    double[] thresholds = new double[kinds];
    for (int k = 0; k < kinds; k++) {
      thresholds[k] = panel.alone(k);
    }
    double factor = panel.search(thresholds, 0.25, 2, 0, kinds, runLength);
    for (int k = 0; k < kinds; k++) {
      thresholds[k] *= factor;
    }
    return thresholds;
  }

  /** Whether a warm-up is long enough for the thresholds to mean what they say. */
  static boolean supported(int samples, double runLength) {
    return samples >= Calibration.WARM_UP_RUN_LENGTHS * runLength;
  }

  private double alone(int kind) {
    double mean = 0;
    for (int i = 0; i < samples; i++) {
      mean += evidence[i * kinds + kind] / samples;
    }
    if (!(mean < 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double[] one = new double[kinds];
    java.util.Arrays.fill(one, Double.POSITIVE_INFINITY);
    one[kind] = 1;
    double guess = StrictMath.log(kinds * runLength);
    return search(one, 0.25 * guess, 4 * guess, kind, kind + 1, kinds * runLength);
  }

  /** The factor of the thresholds at which alarms come at the run length. */
  private double search(
      double[] thresholds, double low, double high, int from, int to, double wanted) {
    double below = low;
    double above = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + above) / 2;
      if (achieved(thresholds, middle, from, to, wanted) < wanted) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  private double achieved(double[] thresholds, double factor, int from, int to, double wanted) {
    SplitMix random = new SplitMix(seed);
    double[] s = new double[kinds];
    long most = (long) Math.min(MOST_SAMPLES, 2 * ALARMS * wanted);
    long done = 0;
    int alarms = 0;
    while (done < most && alarms < ALARMS) {
      int start = random.nextInt(samples);
      for (int i = 0; i < block; i++) {
        int at = (start + i < samples ? start + i : start + i - samples) * kinds;
        boolean alarm = false;
        for (int k = from; k < to; k++) {
          s[k] = Math.max(0, s[k] + evidence[at + k]);
          alarm |= s[k] >= factor * thresholds[k];
        }
        if (alarm) {
          alarms++;
          java.util.Arrays.fill(s, 0);
        }
      }
      done += block;
    }
    // Fewer alarms than can be counted: one more may have been about to come.
    return (double) done / (alarms == 0 ? 0.5 : alarms);
  }
}
