package org.saccade.operators.baseline;

/** Exponentially weighted moving average of the value, in its own deviations. */
public final class Ewma implements ChangeStatistic {
  private final Standard standard;
  private final double lambda;
  private double average;

  /**
   * @param warmUp samples that mean and deviation are of
   * @param lambda weight of a new sample, above 0, at most 1
   */
  public Ewma(int warmUp, double lambda) {
    if (!(lambda > 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda=" + lambda + " must be above 0, at most 1");
    }
    standard = new Standard(warmUp);
    this.lambda = lambda;
  }

  @Override
  public double step(double x) {
    double z = standard.of(x);
    if (Double.isNaN(z)) {
      return 0;
    }
    average += lambda * (z - average);
    return Math.abs(average) / Math.sqrt(lambda / (2 - lambda));
  }

  @Override
  public void reset() {
    standard.reset();
    average = 0;
  }
}
