package org.saccade.operators.signal.window;

/**
 * Hjorth's parameters (1970, Electroencephalography and Clinical Neurophysiology 29:306-310):
 * {@code activity, mobility, complexity}. A flat window has 0, 0, 0.
 *
 * <pre>
 *   activity   = var(x)
 *   mobility   = √(var(Δx) / var(x))
 *   complexity = mobility(Δx) / mobility(x)
 * </pre>
 *
 * <p>Variances are around the mean, divided by the number of values; differences are a sample's,
 * not a second's.
 */
public final class Hjorth implements WindowFunction {
  @Override
  public int values() {
    return 3;
  }

  @Override
  public void apply(double[] x, double[] out, int at) {
    double activity = variance(x, x.length);
    differences(x, x.length);
    double first = variance(x, x.length - 1);
    differences(x, x.length - 1);
    double second = variance(x, x.length - 2);
    double mobility = activity > 0 ? Math.sqrt(first / activity) : 0;
    out[at] = activity;
    out[at + 1] = mobility;
    out[at + 2] = mobility > 0 ? Math.sqrt(second / first) / mobility : 0;
  }

  private static void differences(double[] x, int n) {
    for (int i = 0; i + 1 < n; i++) {
      x[i] = x[i + 1] - x[i];
    }
  }

  private static double variance(double[] x, int n) {
    if (n < 1) {
      return 0;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += x[i];
    }
    double mean = sum / n;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      squares += (x[i] - mean) * (x[i] - mean);
    }
    return squares / n;
  }
}
