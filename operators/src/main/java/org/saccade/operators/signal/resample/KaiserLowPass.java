package org.saccade.operators.signal.resample;

/**
 * Taps of a windowed low-pass with gain 1 at 0.
 *
 * <pre>
 *   h[k] ∝ sinc(f·(k − half)) · I₀(β·√(1 − ((k − half)/half)²)) / I₀(β)
 * </pre>
 */
final class KaiserLowPass {
  private KaiserLowPass() {}

  /**
   * Finds the taps.
   *
   * @param half taps on either side of the middle
   * @param f cut-off, as a share of half the rate
   * @param beta of Kaiser's window
   */
  static double[] taps(int half, double f, double beta) {
    double[] h = new double[2 * half + 1];
    double sum = 0;
    for (int k = 0; k < h.length; k++) {
      double t = k - half;
      double r = t / half;
      h[k] = sinc(f * t) * bessel(beta * StrictMath.sqrt(Math.max(0, 1 - r * r)));
      sum += h[k];
    }
    for (int k = 0; k < h.length; k++) {
      h[k] /= sum;
    }
    return h;
  }

  private static double sinc(double x) {
    double a = StrictMath.PI * x;
    return x == 0 ? 1 : StrictMath.sin(a) / a;
  }

  /** I₀, by its series {@code Σ ((x/2)ᵏ/k!)²}; x is small here. */
  private static double bessel(double x) {
    double term = 1;
    double sum = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      double factor = x / (2 * k);
      term *= factor * factor;
      sum += term;
    }
    return sum;
  }
}
