package org.saccade.operators.change;

import java.util.Arrays;

/**
 * The excursions of one CUSUM above 0 over a resampled warm-up. Between two visits to 0 it cannot
 * alarm at a threshold that it does not reach, and begun again after an alarm it is no higher than
 * it would have been, so it is at 0 where the excursion ends. So the alarms at any threshold are
 * found in the few excursions that reach it, to the bit. Found anew they take the memory that there
 * is.
 */
final class Excursions {
  private Resampling resampling;
  private double[] evidence;
  private int kinds;
  private int kind;
  private int[] begin = new int[64];
  private int[] end = new int[64];
  private double[] highest = new double[64];
  private int n;

  /**
   * @param evidence sample after sample, each of {@code kinds} numbers
   * @param kind the one that is summed
   * @param least the least threshold that will be asked for
   */
  Excursions find(Resampling resampling, double[] evidence, int kinds, int kind, double least) {
    this.resampling = resampling;
    this.evidence = evidence;
    this.kinds = kinds;
    this.kind = kind;
    n = 0;
    double s = 0;
    double high = 0;
    int from = 0;
    int t = 0;
    for (int b = 0; b < resampling.blocks(); b++) {
      int sample = resampling.start(b);
      for (int i = 0; i < resampling.block(); i++) {
        s = Math.max(0, s + evidence[sample * kinds + kind]);
        sample = resampling.after(sample);
        high = Math.max(high, s);
        t++;
        if (s == 0) {
          if (high >= least) {
            remember(from, t, high);
          }
          from = t;
          high = 0;
        }
      }
    }
    if (high >= least) {
      remember(from, t, high);
    }
    return this;
  }

  private double at(int t) {
    return evidence[resampling.sample(t) * kinds + kind];
  }

  private void remember(int from, int to, double high) {
    if (n == begin.length) {
      begin = Arrays.copyOf(begin, 2 * n);
      end = Arrays.copyOf(end, 2 * n);
      highest = Arrays.copyOf(highest, 2 * n);
    }
    begin[n] = from;
    end[n] = to;
    highest[n++] = high;
  }

  /**
   * Mean samples between alarms, over the resampled warm-up or its blocks up to the one with the
   * last of so many alarms.
   */
  double runLength(double threshold, int most) {
    int alarms = 0;
    int stop = resampling.length();
    for (int e = 0; e < n && begin[e] < stop; e++) {
      double s = 0;
      for (int t = highest[e] >= threshold ? begin[e] : end[e]; t < Math.min(end[e], stop); t++) {
        s = Math.max(0, s + at(t));
        if (s >= threshold) {
          s = 0;
          alarms++;
          if (alarms == most) {
            stop = resampling.endOfBlock(t);
          }
        }
      }
    }
    return Resampling.runLength(stop, alarms);
  }
}
