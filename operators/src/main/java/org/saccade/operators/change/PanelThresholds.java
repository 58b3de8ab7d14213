package org.saccade.operators.change;

import java.util.function.DoublePredicate;
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
    Resampling resampling = panel.resampling(runLength);
    double factor = search(0.25, 2, f -> panel.together(resampling, thresholds, f) < runLength);
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
    double wanted = kinds * runLength;
    double guess = StrictMath.log(wanted);
    Excursions excursions = new Excursions(resampling(wanted), evidence, kinds, kind, 0.25 * guess);
    return search(
        0.25 * guess, 4 * guess, threshold -> excursions.runLength(threshold, ALARMS) < wanted);
  }

  private Resampling resampling(double wanted) {
    return new Resampling(samples, block, (long) Math.min(MOST_SAMPLES, 2 * ALARMS * wanted), seed);
  }

  /** The least, nearly, at which alarms do not come too soon. */
  private static double search(double low, double high, DoublePredicate tooSoon) {
    double below = low;
    double above = high;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + above) / 2;
      if (tooSoon.test(middle)) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return above;
  }

  /**
   * Mean samples between the alarms of all together; once there are so many that it is less than
   * the run length, any such number.
   */
  private double together(Resampling resampling, double[] thresholds, double factor) {
    double[] barriers = new double[kinds];
    for (int k = 0; k < kinds; k++) {
      barriers[k] = factor * thresholds[k];
    }
    double[] s = new double[kinds];
    int alarms = 0;
    int b = 0;
    double enough = Math.min(ALARMS, 1 + StrictMath.floor(resampling.length() / runLength));
    for (; b < resampling.blocks() && alarms < enough; b++) {
      int sample = resampling.start(b);
      for (int i = 0; i < block; i++, sample = resampling.after(sample)) {
        int at = sample * kinds;
        boolean alarm = false;
        for (int k = 0; k < kinds; k++) {
          s[k] = Math.max(0, s[k] + evidence[at + k]);
          alarm |= s[k] >= barriers[k];
        }
        if (alarm) {
          alarms++;
          java.util.Arrays.fill(s, 0);
        }
      }
    }
    return Resampling.runLength(b * block, alarms);
  }
}
