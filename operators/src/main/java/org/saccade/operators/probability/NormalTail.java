package org.saccade.operators.probability;

/** The complementary error function, the same to the bit on every machine. */
public final class NormalTail {
  private static final double TWO_OVER_ROOT_PI = 2 / StrictMath.sqrt(StrictMath.PI);
  private static final double SERIES_BELOW = 2.5;
  private static final int FRACTIONS = 60;

  private NormalTail() {}

  /**
   * erfc(x) = 1 - erf(x), to a relative error of about 10^-13.
   *
   * <pre>
   *   |x| &lt; 2.5:  erf(x)  = 2/√π e^(-x²) Σ 2^n x^(2n+1) / (1 · 3 · … · (2n+1))
   *   x ≥ 2.5:    erfc(x) = 1/√π e^(-x²) 1/(x + ½/(x + 1/(x + 3/2/(x + …))))
   * </pre>
   *
   * <p>Source: Abramowitz and Stegun, 7.1.6 and 7.1.14.
   */
  public static double erfc(double x) {
    if (x < 0) {
      return 2 - erfc(-x);
    }
    if (x < SERIES_BELOW) {
      return 1 - series(x);
    }
    double f = x;
    for (int n = FRACTIONS; n > 0; n--) {
      f = x + n / (2 * f);
    }
    return TWO_OVER_ROOT_PI / 2 * StrictMath.exp(-x * x) / f;
  }

  private static double series(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; term > 1e-17 * sum; n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x) * sum;
  }

  /** Probability that a standard normal number is above z. */
  public static double above(double z) {
    return 0.5 * erfc(z * StrictMath.sqrt(0.5));
  }
}
