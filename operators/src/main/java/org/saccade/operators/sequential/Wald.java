package org.saccade.operators.sequential;

/**
 * Wald's formulas for a test between barriers B &lt; 0 &lt; A, which neglect by how much a barrier
 * is overstepped. With h ≠ 0 the root of E[e^{hz}] = 1,
 *
 * <pre>
 *   L = (e^{Ah} - 1) / (e^{Ah} - e^{Bh})              probability that the null is accepted
 *   E[n] = (L B + (1-L) A) / E[z],  or -A B / E[z²] where E[z] = 0
 * </pre>
 *
 * <p>Source: A. Wald, Sequential Analysis, 1947, chapter 3.
 */
public final class Wald {
  private final double lower;
  private final double upper;

  /** For errors of the first kind α and of the second kind β. */
  public Wald(double alpha, double beta) {
    Checks.probability("alpha", alpha);
    Checks.probability("beta", beta);
    lower = StrictMath.log(beta / (1 - alpha));
    upper = StrictMath.log((1 - beta) / alpha);
  }

  /** Operating characteristic: probability that the null is accepted if yes has probability p. */
  public double acceptance(Bernoulli test, double p) {
    Checks.probability("p", p);
    return acceptance(root(test, p));
  }

  /** Expected number of samples if yes has probability p. */
  public double expectedSamples(Bernoulli test, double p) {
    double mean = p * test.yes() + (1 - p) * test.no();
    double square = p * test.yes() * test.yes() + (1 - p) * test.no() * test.no();
    return expectedSamples(root(test, p), mean, square);
  }

  /** Operating characteristic if the mean is {@code mean}. */
  public double acceptance(Gaussian test, double mean) {
    return acceptance(root(test, mean));
  }

  /** Expected number of samples if the mean is {@code mean}. */
  public double expectedSamples(Gaussian test, double mean) {
    double z = test.of(mean);
    return expectedSamples(root(test, mean), z, z * z + test.shift() * test.shift());
  }

  private double acceptance(double h) {
    if (Math.abs(h) < 1e-9) {
      return upper / (upper - lower);
    }
    return StrictMath.expm1(upper * h) / (StrictMath.exp(upper * h) - StrictMath.exp(lower * h));
  }

  private double expectedSamples(double h, double mean, double square) {
    if (Math.abs(h) < 1e-6) {
      return -upper * lower / square;
    }
    double l = acceptance(h);
    return (l * lower + (1 - l) * upper) / mean;
  }

  /** The evidence is normal, so the root is known: h = (μ₀ + μ₁ - 2μ) / (μ₁ - μ₀). */
  private static double root(Gaussian test, double mean) {
    return (test.mean0() + test.mean1() - 2 * mean) / (test.mean1() - test.mean0());
  }

  /** E[e^{hz}] is convex in h with one root at 0; the other lies on the side where it falls. */
  private static double root(Bernoulli test, double p) {
    double mean = p * test.yes() + (1 - p) * test.no();
    if (Math.abs(mean) < 1e-14) {
      return 0;
    }
    double side = mean < 0 ? 1 : -1;
    double far = side;
    while (excess(test, p, far) < 0) {
      far *= 2;
    }
    double near = far;
    while (excess(test, p, near) > 0 && Math.abs(near) > 1e-12) {
      near /= 2;
    }
    for (int i = 0; i < 200; i++) {
      double middle = (near + far) / 2;
      if (excess(test, p, middle) < 0) {
        near = middle;
      } else {
        far = middle;
      }
    }
    return (near + far) / 2;
  }

  private static double excess(Bernoulli test, double p, double h) {
    return p * StrictMath.expm1(h * test.yes()) + (1 - p) * StrictMath.expm1(h * test.no());
  }
}
