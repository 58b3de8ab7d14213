package org.saccade.operators.change;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a series is like while nothing happens. Learnt anew it takes the memory that it has. */
final class Reference {
  private static final double MOST_MEMORY = 0.95;

  /** Innovations beyond so many deviations count as that many: one outlier is no drift. */
  static final double CLIP = 3;

  /** Raw score from which a record surprises. */
  static final double SURPRISING = 0.5;

  private final Season season = new Season();
  private double memory;
  private double deviation;
  private double surprise;

  /** Its expected value. */
  Season season() {
    return season;
  }

  /** φ, correlation of neighbouring residuals, -0.95 to 0.95. */
  double memory() {
    return memory;
  }

  /** Part of its records that surprise the sequence memory. */
  double surprise() {
    return surprise;
  }

  /** Becomes the reference of a warm-up of {@code n} values and raw scores. */
  void learn(double[] x, double[] raw, int n) {
    season.learn(x, n);
    double square = 0;
    double product = 0;
    double before = 0;
    int surprises = 0;
    for (int i = 0; i < n; i++) {
      double e = x[i] - season.expected(i);
      square += e * e;
      product += i == 0 ? 0 : e * before;
      before = e;
      // The memory knows little in the first half of the warm-up.
      surprises += i >= n / 2 && raw[i] > SURPRISING ? 1 : 0;
    }
    double phi = square > 0 ? Math.max(-MOST_MEMORY, Math.min(MOST_MEMORY, product / square)) : 0;
    double variance = square / n * inflation(season.period(), n) * (1 - phi * phi);
    double least = Math.max(1e-9 * Math.abs(season.expected(0)), 1e-12);
    memory = phi;
    // σ of the innovations; above 0.
    deviation = Math.max(least, StrictMath.sqrt(variance));
    surprise = (surprises + 1.0) / (n - n / 2 + 2);
  }

  /**
   * By how much the variance of new residuals is above that of those the profile was made of: a
   * mean of m samples is (1 + 1/m) / (1 - 1/m) times nearer to its own samples than to others.
   */
  static double inflation(int period, int n) {
    return (1 + (double) period / n) / (1 - (double) period / n);
  }

  double innovation(double residual, double before) {
    double u = (residual - memory * before) / deviation;
    return Math.max(-CLIP, Math.min(CLIP, u));
  }

  void write(DataOutput out) throws IOException {
    season.write(out);
    out.writeDouble(memory);
    out.writeDouble(deviation);
    out.writeDouble(surprise);
  }

  /** Takes back what {@link #write} wrote. */
  void read(DataInput in, int longest) throws IOException {
    season.read(in, longest);
    memory = in.readDouble();
    deviation = in.readDouble();
    surprise = in.readDouble();
  }
}
