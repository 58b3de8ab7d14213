package org.saccade.operators.change;

import java.util.Arrays;
import org.saccade.operators.sequential.Calibration;

/**
 * Thresholds of several CUSUMs that run side by side, for one run length between the false alarms
 * of all together: first each for as many times the run length as there are, then all by one
 * factor.
 *
 * <p>A warm-up of n samples, drawn again and again, says how often evidence adds up that is seen in
 * it some times, and nothing of rarer evidence: on independent normal numbers thresholds that were
 * found so for a run length of 10,000 alarmed once in 480, 840 and 3,100 samples after warm-ups of
 * 200, 500 and 2,000. So beyond run lengths of n/{@value Calibration#WARM_UP_RUN_LENGTHS} they
 * follow the law that a CUSUM of log likelihood ratios obeys:
 *
 * <pre>
 *   run length ~ e^(θ h),  θ = 1     h(L) = h(L₀) + ln(L/L₀) / θ,  L₀ = n/20
 * </pre>
 *
 * <p>θ is taken to be less than 1 by {@value #LOOSE}/√n, for what n samples do not tell of the
 * reference, and less still where the warm-up itself shows it between L₀/4 and L₀, as it does where
 * evidence comes in clusters.
 */
final class PanelThresholds {
  private static final int ALARMS = 100;
  static final long MOST_SAMPLES = 200_000;
  private static final int HALVINGS = 10;
  static final int LEAST_RUN_LENGTH = 10;
  private static final double LOOSE = 2;
  private static final double QUARTER = 4;

  private final double[] evidence;
  private final int kinds;
  private final int samples;
  private final int block;
  private final long seed;
  private final Workspace work = Workspace.ofThread();

  private PanelThresholds(double[] evidence, int samples, int kinds, int block, long seed) {
    this.evidence = evidence;
    this.kinds = kinds;
    this.samples = samples;
    this.block = block;
    this.seed = seed;
  }

  /**
   * @param evidence of the warm-up, sample after sample, each of {@code kinds} numbers
   * @param samples of the warm-up
   * @param block samples of a run of the warm-up that is drawn at once
   * @param thresholds filled: one a kind; infinite where the warm-up itself is evidence of the
   *     change
   */
  static void of(
      double[] evidence,
      int samples,
      int kinds,
      int block,
      double runLength,
      long seed,
      double[] thresholds) {
    double shown = shown(samples, runLength);
    PanelThresholds panel = new PanelThresholds(evidence, samples, kinds, block, seed);
    panel.resampled(shown, thresholds);
    if (shown < runLength) {
      for (int k = 0; k < kinds; k++) {
        double rise = panel.alone(k, kinds * shown) - panel.alone(k, kinds * shown / QUARTER);
        thresholds[k] += further(samples, shown, runLength, rise / StrictMath.log(QUARTER));
      }
    }
  }

  /** As the warm-up, drawn again and again, has them. */
  static double[] resampled(double[] evidence, int kinds, int block, double runLength, long seed) {
    double[] thresholds = new double[kinds];
    new PanelThresholds(evidence, evidence.length / kinds, kinds, block, seed)
        .resampled(runLength, thresholds);
    return thresholds;
  }

  private void resampled(double runLength, double[] thresholds) {
    for (int k = 0; k < kinds; k++) {
      thresholds[k] = alone(k, kinds * runLength);
    }
    Resampling resampling = resampling(runLength);
    double low = 0.25;
    double high = 2;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (together(resampling, thresholds, middle, runLength) < runLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    for (int k = 0; k < kinds; k++) {
      thresholds[k] *= high;
    }
  }

  /** Whether a warm-up is long enough for the thresholds to mean what they say. */
  static boolean supported(int samples, double runLength) {
    return samples >= Calibration.WARM_UP_RUN_LENGTHS * runLength;
  }

  /** The longest run length that a warm-up of so many samples shows, or the one asked for. */
  static double shown(int samples, double runLength) {
    double most = (double) samples / Calibration.WARM_UP_RUN_LENGTHS;
    return Math.min(runLength, Math.max(LEAST_RUN_LENGTH, most));
  }

  /**
   * What is added to a threshold for a longer run length than the warm-up shows.
   *
   * @param slope of the threshold over the logarithm of the run length, as far as it shows it
   */
  static double further(int samples, double shown, double runLength, double slope) {
    double least = 1 / (1 - LOOSE / StrictMath.sqrt(samples));
    double steeper = Double.isFinite(slope) ? Math.max(least, slope) : least;
    return steeper * StrictMath.log(runLength / shown);
  }

  private double alone(int kind, double wanted) {
    double mean = 0;
    for (int i = 0; i < samples; i++) {
      mean += evidence[i * kinds + kind] / samples;
    }
    if (!(mean < 0)) {
      return Double.POSITIVE_INFINITY;
    }
    double guess = StrictMath.log(wanted);
    Excursions excursions =
        work.excursions.find(resampling(wanted), evidence, kinds, kind, 0.1 * guess);
    double low = 0.1 * guess;
    double high = 4 * guess;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (excursions.runLength(middle, ALARMS) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private Resampling resampling(double wanted) {
    long least = (long) Math.min(MOST_SAMPLES, 2 * ALARMS * wanted);
    return work.resampling.draw(samples, block, least, seed);
  }

  /**
   * Mean samples between the alarms of all together; once there are so many that it is less than
   * the run length, any such number.
   */
  private double together(
      Resampling resampling, double[] thresholds, double factor, double runLength) {
    double[] barriers = work.barriers;
    for (int k = 0; k < kinds; k++) {
      barriers[k] = factor * thresholds[k];
    }
    double[] s = work.s;
    Arrays.fill(s, 0);
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
          Arrays.fill(s, 0);
        }
      }
    }
    return Resampling.runLength(b * block, alarms);
  }
}
