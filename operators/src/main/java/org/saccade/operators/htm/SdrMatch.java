package org.saccade.operators.htm;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * How likely sparse bit patterns match by accident: with {@code a} of {@code n} bits active, the
 * chance that at least θ of {@code s} given bits are among them,
 *
 * <pre>  P = Σ_{b=θ}^{min(s,a)} C(s, b) C(n-s, a-b) / C(n, a)</pre>
 *
 * <p>Computed in integers and rounded once. Source: S. Ahmad, J. Hawkins, How do neurons operate on
 * sparse distributed representations?, arXiv:1601.00720.
 */
public final class SdrMatch {
  private SdrMatch() {}

  /**
   * The probability of a false match.
   *
   * @param n bits
   * @param a of them active
   * @param s synapses
   * @param theta active synapses that make a match
   */
  public static double falseMatch(int n, int a, int s, int theta) {
    if (n < 1 || a < 0 || a > n || s < 0 || s > n || theta < 0) {
      throw new IllegalArgumentException(
          "n="
              + n
              + " a="
              + a
              + " s="
              + s
              + " theta="
              + theta
              + " must be 0 <= a, s <= n and 0 <= theta");
    }
    BigInteger matching = BigInteger.ZERO;
    for (int b = theta; b <= Math.min(s, a); b++) {
      if (a - b <= n - s) {
        matching = matching.add(choose(s, b).multiply(choose(n - s, a - b)));
      }
    }
    return new BigDecimal(matching)
        .divide(new BigDecimal(choose(n, a)), MathContext.DECIMAL128)
        .doubleValue();
  }

  /** The probability that one of {@code patterns} independent ones matches: 1 - (1 - P)^M. */
  public static double falseMatchOfAny(double p, long patterns) {
    return -StrictMath.expm1(patterns * StrictMath.log1p(-p));
  }

  /** Part of the bits that are active in the union of {@code m} patterns: 1 - (1 - a/n)^m. */
  public static double unionDensity(int n, int a, int m) {
    return 1 - StrictMath.pow(1 - (double) a / n, m);
  }

  private static BigInteger choose(int n, int k) {
    BigInteger product = BigInteger.ONE;
    for (int i = 1; i <= Math.min(k, n - k); i++) {
      product = product.multiply(BigInteger.valueOf(n - i + 1L)).divide(BigInteger.valueOf(i));
    }
    return product;
  }
}
