package org.saccade.operators.baseline;

/** Page's CUSUM of the value, both directions. */
public final class Cusum implements ChangeStatistic {
  private final Standard standard;
  private final double k;
  private double up;
  private double down;

  /**
   * @param warmUp samples that mean and deviation are of
   * @param k reference value, deviations: half the shift that is to be found soonest
   */
  public Cusum(int warmUp, double k) {
    standard = new Standard(warmUp);
    this.k = k;
  }

  @Override
  public double step(double x) {
    double z = standard.of(x);
    if (Double.isNaN(z)) {
      return 0;
    }
    up = Math.max(0, up + z - k);
    down = Math.max(0, down - z - k);
    return Math.max(up, down);
  }

  @Override
  public void reset() {
    standard.reset();
    up = 0;
    down = 0;
  }
}
