package org.saccade.operators.sequential;

import java.io.Serializable;

/**
 * Evidence of yes-or-no samples.
 *
 * @param p0 probability of yes under the null hypothesis
 * @param p1 the same under the alternative
 */
public record Bernoulli(double p0, double p1) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Bernoulli {
    Checks.probability("p0", p0);
    Checks.probability("p1", p1);
    if (p0 == p1) {
      throw new IllegalArgumentException("p1=" + p1 + " must differ from p0=" + p0);
    }
  }

  /** ln p₁/p₀. */
  public double yes() {
    return StrictMath.log(p1 / p0);
  }

  /** ln (1-p₁)/(1-p₀). */
  public double no() {
    return StrictMath.log((1 - p1) / (1 - p0));
  }

  /** Mean evidence of a sample under the alternative: its information, in nats. */
  public double information() {
    return p1 * yes() + (1 - p1) * no();
  }
}
