package org.saccade.operators.sequential;

/** How long a series remembers itself. */
final class Autocorrelation {
  private Autocorrelation() {}

  /**
   * Integrated autocorrelation time 1 + 2 Σ ρ(k), the sum taken up to the first lag at which ρ is
   * below 2/√n: 1 for independent samples, and the number of samples that are worth one independent
   * sample otherwise.
   */
  static double time(double[] x) {
    int n = x.length;
    double mean = 0;
    for (double value : x) {
      mean += value / n;
    }
    double variance = covariance(x, mean, 0);
    if (!(variance > 0)) {
      return 1;
    }
    double time = 1;
    for (int lag = 1; lag < n / 4; lag++) {
      double rho = covariance(x, mean, lag) / variance;
      if (rho < 2 / StrictMath.sqrt(n)) {
        break;
      }
      time += 2 * rho;
    }
    return time;
  }

  private static double covariance(double[] x, double mean, int lag) {
    double sum = 0;
    for (int i = lag; i < x.length; i++) {
      sum += (x[i] - mean) * (x[i - lag] - mean);
    }
    return sum / x.length;
  }
}
