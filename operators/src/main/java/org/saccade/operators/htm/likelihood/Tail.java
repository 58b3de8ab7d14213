package org.saccade.operators.htm.likelihood;

import org.saccade.operators.probability.NormalTail;

/** The two versions of the tail probability that NuPIC published. */
public enum Tail {
  /**
   * Until 22 January 2017: Q = erfc(z / 1.4142) / 2 on both sides of the mean, so that only high
   * scores are unlikely. All published NAB results are of this version.
   */
  ONE_SIDED,

  /** Since 23 January 2017: a score below the mean counts as one as far above it. */
  SYMMETRIC;

  /** Written with five digits in NuPIC, and so here. */
  private static final double ROOT_OF_TWO = 1.4142;

  /** Probability of a score at least this far out in a normal distribution. */
  double probability(double x, double mean, double deviation) {
    double z = (x - mean) / deviation;
    return 0.5 * NormalTail.erfc((this == SYMMETRIC ? Math.abs(z) : z) / ROOT_OF_TWO);
  }
}
