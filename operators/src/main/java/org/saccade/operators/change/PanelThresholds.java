package org.saccade.operators.change;

import org.saccade.operators.probability.SplitMix;
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
  private static final long MOST_SAMPLES = 200_000;
  private static final int HALVINGS = 10;
  static final int LEAST_RUN_LENGTH = 10;
  private static final double LOOSE = 2;
  private static final double QUARTER = 4;

  private final double[] evidence;
  private final int kinds;
  private final int samples;
  private final int block;
  private final long seed;

  private PanelThresholds(double[] evidence, int kinds, int samples, int block, long seed) {
    this.evidence = evidence;
    this.kinds = kinds;
    this.samples = samples;
    this.block = block;
    this.seed = seed;
  }

  /**
   * @param evidence of the warm-up, sample after sample, each of {@code kinds} numbers
   * @param block samples of a run of the warm-up that is drawn at once
   * @return a threshold a kind; infinite where the warm-up itself is evidence of the change
   */
  static double[] of(double[] evidence, int kinds, int block, double runLength, long seed) {
    int samples = evidence.length / kinds;
    double shown = shown(samples, runLength);
    PanelThresholds panel = new PanelThresholds(evidence, kinds, samples, block, seed);
    double[] thresholds = new double[kinds];
    for (int k = 0; k < kinds; k++) {
      thresholds[k] = panel.alone(k, kinds * shown);
    }
    double factor = panel.search(thresholds, 0.25, 2, 0, kinds, shown);
    for (int k = 0; k < kinds; k++) {
      double further = 0;
      if (shown < runLength) {
        double slope =
            (thresholds[k] - panel.alone(k, kinds * shown / QUARTER)) / StrictMath.log(QUARTER);
        further = further(samples, shown, runLength, slope);
      }
      thresholds[k] = factor * thresholds[k] + further;
    }
    return thresholds;
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
    double[] one = new double[kinds];
    java.util.Arrays.fill(one, Double.POSITIVE_INFINITY);
    one[kind] = 1;
    double guess = StrictMath.log(wanted);
    return search(one, 0.1 * guess, 4 * guess, kind, kind + 1, wanted);
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
