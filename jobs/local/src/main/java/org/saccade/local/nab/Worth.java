package org.saccade.local.nab;

import java.util.Arrays;

/** What a detection at each record of one series is worth. */
public final class Worth {
  private static final double FAR = 3;
  private static final double MOST = sigma(-1);

  private final double[] value;
  private final int[] window;
  private final int probation;
  private final int windows;

  /**
   * @param records of the series
   * @param spans first and last record of each window, in order, apart from each other
   */
  public Worth(int records, int[][] spans) {
    value = new double[records];
    window = new int[records];
    probation = Math.min((int) (0.15 * records), 750);
    int next = 0;
    int counted = 0;
    for (int i = 0; i < records; i++) {
      while (next < spans.length && i > spans[next][1]) {
        next++;
      }
      boolean inside = next < spans.length && i >= spans[next][0];
      window[i] = inside ? next : -1;
      if (inside) {
        int width = spans[next][1] - spans[next][0] + 1;
        value[i] = sigma(-(spans[next][1] - i + 1.0) / width) / MOST;
      } else if (next == 0) {
        value[i] = -1;
      } else {
        int[] before = spans[next - 1];
        value[i] = sigma((double) (i - before[1]) / (before[1] - before[0]));
      }
    }
    for (int[] span : spans) {
      counted += span[1] >= probation ? 1 : 0;
    }
    windows = counted;
  }

  private static double sigma(double y) {
    return y > FAR ? -1 : 2 / (1 + StrictMath.exp(5 * y)) - 1;
  }

  /** Windows that can be found: those that end behind the probation. */
  public int windows() {
    return windows;
  }

  int records() {
    return value.length;
  }

  int probation() {
    return probation;
  }

  /** Number of the window of a record, -1 outside all. */
  int window(int record) {
    return window[record];
  }

  double value(int record, Profile profile) {
    return window[record] >= 0 ? value[record] : value[record] * profile.falsePositive();
  }

  /** Raw score of this series at a threshold. */
  double raw(double[] scores, double threshold, Profile profile) {
    double[] best = new double[1 + Arrays.stream(window).max().orElse(0)];
    boolean[] there = new boolean[best.length];
    Arrays.fill(best, -profile.missed());
    double raw = 0;
    for (int i = probation; i < value.length; i++) {
      int w = window[i];
      if (w >= 0) {
        there[w] = true;
      }
      if (scores[i] >= threshold) {
        if (w >= 0) {
          best[w] = Math.max(best[w], value[i]);
        } else {
          raw += value(i, profile);
        }
      }
    }
    for (int w = 0; w < best.length; w++) {
      raw += there[w] ? best[w] : 0;
    }
    return raw;
  }
}
