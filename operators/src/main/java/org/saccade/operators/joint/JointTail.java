package org.saccade.operators.joint;

import org.saccade.operators.probability.NormalTail;

/**
 * How unlikely several deviations are together, by a rule that needs no training.
 *
 * <pre>
 *   Q_S = Q(Σ z_i / √(1ᵀ R 1))            many a little:  Stouffer, 1949; with R: Strube, 1985
 *   Q_M = 1 - (1 - Q(max z_i))^m          one by far:     Šidák, 1967; m: Nyholt, 2004
 *   Q   = min(1, 2 min(Q_S, Q_M))         either, at the price of two questions: Bonferroni
 * </pre>
 */
final class JointTail {
  private JointTail() {}

  /**
   * @param z deviation of each series, standard normal while nothing happens; NaN: not there
   */
  static double of(double[] z, Dependence dependence) {
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (double one : z) {
      if (!Double.isNaN(one)) {
        sum += one;
        most = Math.max(most, one);
      }
    }
    if (most == Double.NEGATIVE_INFINITY) {
      return 1;
    }
    double together = NormalTail.above(sum / dependence.deviationOfSum());
    double alone =
        -StrictMath.expm1(dependence.effective() * StrictMath.log1p(-NormalTail.above(most)));
    return Math.min(1, 2 * Math.min(together, alone));
  }
}
