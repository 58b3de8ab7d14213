package org.saccade.operators.change;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * What a series is expected to be at each phase of its period; without a period, its mean. Learnt
 * anew it takes the memory that it has.
 */
final class Season {
  /** Periods that the warm-up must show before one is believed. */
  private static final int LEAST_PERIODS = 3;

  private static final int SHORTEST = 8;
  private static final double LEAST_CORRELATION = 0.4;

  private int period = 1;
  private double[] profile = new double[1];

  /** Samples of a period; 1: none. */
  int period() {
    return period;
  }

  /** Becomes the season of a warm-up. */
  void learn(double[] x, int n) {
    double mean = mean(x, n);
    period = period(x, n, mean);
    if (profile.length < period) {
      profile = new double[period];
    }
    Arrays.fill(profile, 0, period, 0);
    for (int i = 0; i < n; i++) {
      profile[i % period] += x[i];
    }
    for (int i = 0; i < period; i++) {
      profile[i] /= n / period + (i < n % period ? 1 : 0);
    }
  }

  private static double mean(double[] x, int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
    }
    return sum / n;
  }

  /** The lag of the highest autocorrelation behind the first lag at which there is none. */
  private static int period(double[] x, int n, double mean) {
    int longest = n / LEAST_PERIODS;
    double variance = correlation(x, n, mean, 0);
    int lag = 1;
    while (lag < longest && correlation(x, n, mean, lag) > 0) {
      lag++;
    }
    int best = 1;
    double highest = LEAST_CORRELATION * variance;
    for (lag = Math.max(lag, SHORTEST); lag <= longest; lag++) {
      double c = correlation(x, n, mean, lag);
      if (c > highest * (best == 1 ? 1 : 1.02)) {
        highest = c;
        best = lag;
      }
    }
    return best;
  }

  private static double correlation(double[] x, int n, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < n; i++) {
      sum += (x[i] - mean) * (x[i - lag] - mean);
    }
    return sum / (n - lag);
  }

  double expected(long phase) {
    return profile[(int) Math.floorMod(phase, (long) period)];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(period);
    for (int i = 0; i < period; i++) {
      out.writeDouble(profile[i]);
    }
  }

  /** Takes back what {@link #write} wrote. */
  void read(DataInput in, int longest) throws IOException {
    int written = in.readInt();
    if (written < 1 || written > longest) {
      throw new IOException("period=" + written + " must be between 1 and " + longest);
    }
    period = written;
    profile = new double[period];
    for (int i = 0; i < period; i++) {
      profile[i] = in.readDouble();
    }
  }
}
