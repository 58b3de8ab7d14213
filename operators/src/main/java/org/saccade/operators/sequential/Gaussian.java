package org.saccade.operators.sequential;

import java.io.Serializable;

/**
 * Evidence of normal samples for another mean.
 *
 * @param mean0 mean under the null hypothesis
 * @param mean1 mean under the alternative
 * @param deviation standard deviation under both
 */
public record Gaussian(double mean0, double mean1, double deviation) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Gaussian {
    Checks.positive("deviation", deviation);
    if (!Double.isFinite(mean0) || !Double.isFinite(mean1) || mean0 == mean1) {
      throw new IllegalArgumentException(
          "mean1=" + mean1 + " must be finite and differ from mean0=" + mean0);
    }
  }

  /** Evidence of a sample. */
  public double of(double x) {
    return (mean1 - mean0) / (deviation * deviation) * (x - (mean0 + mean1) / 2);
  }

  /** Shift in standard deviations; the evidence has mean ±shift²/2 and deviation |shift|. */
  public double shift() {
    return (mean1 - mean0) / deviation;
  }
}
