package org.saccade.operators.change;

import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;

/**
 * Thresholds of the tests of several series together, for one run length between the false alarms
 * of all.
 *
 * <pre>
 *   n_i = max over the tests of series i of S / h, h its threshold alone
 *   M = max n_i     a change of one series:   A. Tartakovsky, V. Veeravalli, 2004
 *   S = Σ n_i       a change of many at once: Y. Mei, Biometrika 97, 2010
 *   alarm at M ≥ m or S ≥ s, each alone at twice the run length, then both by one factor
 * </pre>
 *
 * <p>Found on the warm-up by a block bootstrap that draws the same samples of all series at once,
 * so that what ties the series together is kept, each run beside a reference that is as far off as
 * a warm-up drawn again has it ({@link MeanError}); beyond what the warm-up shows they rise as
 * those of one series do ({@link PanelThresholds}).
 *
 * @param nearest m
 * @param sum s
 */
record JointThresholds(double nearest, double sum) {
  private static final int ALARMS = 200;

  /** Length of a run, in run lengths: most end with an alarm, and not by chance of their start. */
  private static final int RUN = 8;

  private static final int MOST_SAMPLES = 200_000;
  private static final int HALVINGS = 20;

  /** Together they decide no sooner than one alone: of constant series nothing can be drawn. */
  private static final double LEAST = 1;

  private static final int KINDS = Evidence.KINDS;

  /**
   * Of series that have just learnt.
   *
   * @param block samples of a run of the warm-up that is drawn at once
   */
  static JointThresholds of(DriftMonitor[] series, int block, double runLength, long seed) {
    double[][] evidence = new double[series.length][];
    double[][] alone = new double[series.length][];
    for (int i = 0; i < series.length; i++) {
      evidence[i] = series[i].takeWarmEvidence();
      alone[i] = series[i].thresholds();
    }
    int warmUp = evidence[0].length / KINDS;
    double shown = PanelThresholds.shown(warmUp, runLength);
    int run = (int) Math.min(MOST_SAMPLES, Math.ceil(RUN * shown));
    int samples = (int) Math.min(MOST_SAMPLES, (long) ALARMS * run);
    double[] most = new double[samples];
    double[] all = new double[samples];
    simulate(evidence, alone, block, run, seed, most, all);
    double m = threshold(most, run, 2 * shown);
    double s = threshold(all, run, 2 * shown);
    double[] either = new double[samples];
    for (int t = 0; t < samples; t++) {
      either[t] = Math.max(most[t] / m, all[t] / s);
    }
    double both = threshold(either, run, shown);
    double nat = 1 / least(alone);
    double alike = further(all, run, warmUp, shown, runLength, nat);
    double apart =
        nat
            * PanelThresholds.further(warmUp, 1, StrictMath.E, 0)
            * erlangRise(series.length, both * s / nat, runLength / shown);
    return new JointThresholds(
        Math.max(LEAST, both * m + further(most, run, warmUp, shown, runLength, nat)),
        Math.max(LEAST, both * s + (shown < runLength ? Math.max(alike, apart) : 0)));
  }

  /**
   * How much further out the sum of d numbers, each with an exponential tail, is so many times
   * rarer: what separate series add to the tail of one.
   */
  static double erlangRise(int d, double from, double rarer) {
    double wanted = logErlangTail(d, from) - StrictMath.log(rarer);
    double low = from;
    double high = from + 1;
    while (logErlangTail(d, high) > wanted) {
      high += high - from;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (logErlangTail(d, middle) > wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high - from;
  }

  /** ln of e^-x Σ x^k/k!, k below d. */
  private static double logErlangTail(int d, double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; k < d; k++) {
      term *= x / k;
      sum += term;
    }
    return StrictMath.log(sum) - x;
  }

  /** What is added for a longer run length than the warm-up shows, as of one series' tests. */
  private static double further(
      double[] statistic, int run, int warmUp, double shown, double runLength, double nat) {
    if (shown >= runLength) {
      return 0;
    }
    double rise = threshold(statistic, run, 2 * shown) - threshold(statistic, run, shown / 2);
    double slope = rise / StrictMath.log(4) / nat;
    return nat * PanelThresholds.further(warmUp, shown, runLength, slope);
  }

  private static double least(double[][] thresholds) {
    return Arrays.stream(thresholds)
        .flatMapToDouble(Arrays::stream)
        .filter(Double::isFinite)
        .min()
        .orElse(1);
  }

  /** The joint test's statistic over its threshold. */
  double nearness(double[] near) {
    double most = 0;
    double all = 0;
    for (double n : near) {
      most = Math.max(most, n);
      all += n;
    }
    return Math.max(most / nearest, all / sum);
  }

  /** M and S along runs that each begin with all tests at 0. */
  private static void simulate(
      double[][] evidence,
      double[][] alone,
      int block,
      int run,
      long seed,
      double[] most,
      double[] all) {
    SplitMix random = new SplitMix(seed);
    int samples = evidence[0].length / KINDS;
    double[][] s = new double[evidence.length][KINDS];
    MeanError error = new MeanError(evidence, KINDS, block);
    int at = 0;
    for (int t = 0; t < most.length; t++) {
      if (t % run == 0) {
        error.draw(random);
        for (double[] one : s) {
          Arrays.fill(one, 0);
        }
      }
      at = t % run % block == 0 ? random.nextInt(samples) : (at + 1) % samples;
      for (int i = 0; i < s.length; i++) {
        double near = 0;
        for (int k = 0; k < KINDS; k++) {
          s[i][k] = Math.max(0, s[i][k] + evidence[i][at * KINDS + k] + error.of(i, k));
          near = Math.max(near, s[i][k] / alone[i][k]);
        }
        most[t] = Math.max(most[t], near);
        all[t] += near;
      }
    }
  }

  /**
   * The threshold at which the samples of the runs, each up to its first alarm, are so many an
   * alarm.
   */
  private static double threshold(double[] statistic, int run, double wanted) {
    double[] rising = statistic.clone();
    double highest = 0;
    for (int t = 0; t < rising.length; t++) {
      rising[t] = t % run == 0 ? rising[t] : Math.max(rising[t], rising[t - 1]);
      highest = Math.max(highest, rising[t]);
    }
    double low = 0;
    double high = 2 * highest;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (runLength(rising, run, middle) < wanted) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return Math.max(high, Double.MIN_NORMAL);
  }

  private static double runLength(double[] rising, int run, double threshold) {
    long samples = 0;
    int alarms = 0;
    for (int from = 0; from < rising.length; from += run) {
      int to = Math.min(rising.length, from + run);
      int first = from;
      while (first < to && rising[first] < threshold) {
        first++;
      }
      samples += Math.min(first + 1, to) - from;
      alarms += first < to ? 1 : 0;
    }
    // Fewer alarms than can be counted: one more may have been about to come.
    return samples / (alarms == 0 ? 0.5 : alarms);
  }
}
