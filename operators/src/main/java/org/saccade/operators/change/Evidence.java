package org.saccade.operators.change;

import org.saccade.operators.sequential.Bernoulli;

/** The evidence of a sample for each kind of change, beside a reference. */
final class Evidence {
  /** Level up and down, spread up and down, memory up and down, surprise up. */
  static final int KINDS = 7;

  private static final double RATIO_UP = 2;
  private static final double RATIO_DOWN = 0.5;
  private static final double MEMORY = 0.3;
  private static final double MORE_SURPRISE = 0.3;
  private static final double MOST_SURPRISE = 0.95;

  private double level;
  private double yes;
  private double no;

  /** Becomes the evidence beside this reference. */
  void beside(Reference reference) {
    double phi = reference.memory();
    level = (1 - phi) / StrictMath.sqrt(1 - phi * phi);
    double p0 = Math.min(0.9, reference.surprise());
    Bernoulli surprise = new Bernoulli(p0, Math.min(MOST_SURPRISE, p0 + MORE_SURPRISE));
    yes = surprise.yes();
    no = surprise.no();
  }

  /**
   * @param u this innovation
   * @param before the one before
   * @param surprising whether the sequence memory is surprised
   */
  void of(double u, double before, boolean surprising, double[] evidence) {
    evidence[0] = level * (u - level / 2);
    evidence[1] = level * (-u - level / 2);
    evidence[2] = spread(u, RATIO_UP);
    evidence[3] = spread(u, RATIO_DOWN);
    double product = u * before;
    evidence[4] = MEMORY * (product - MEMORY / 2);
    evidence[5] = MEMORY * (-product - MEMORY / 2);
    evidence[6] = surprising ? yes : no;
  }

  private static double spread(double u, double ratio) {
    return -0.5 * StrictMath.log(ratio) + 0.5 * u * u * (1 - 1 / ratio);
  }
}
