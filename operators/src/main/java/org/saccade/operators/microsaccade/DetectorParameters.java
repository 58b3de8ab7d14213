package org.saccade.operators.microsaccade;

/**
 * Parameters of the velocity threshold.
 *
 * @param lambda λ, the threshold in median-based deviations; Engbert and Kliegl (2003) took 6, the
 *     toolbox takes 5
 * @param minDuration samples in a row above the threshold that make a microsaccade
 */
public record DetectorParameters(double lambda, int minDuration) {
  /** λ = 6, three samples. */
  public static final DetectorParameters DEFAULTS = new DetectorParameters(6, 3);

  public DetectorParameters {
    if (!(lambda > 0) || lambda > 1000) {
      throw new IllegalArgumentException("lambda=" + lambda + " must be above 0 and at most 1000");
    }
    if (minDuration < 1 || minDuration > 10_000) {
      throw new IllegalArgumentException(
          "minDuration=" + minDuration + " must be between 1 and 10000 samples");
    }
  }
}
