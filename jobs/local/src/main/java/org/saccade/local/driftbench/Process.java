package org.saccade.local.driftbench;

import org.saccade.operators.probability.SplitMix;

/**
 * A series that changes.
 *
 * <pre>
 *   e_t = φ e_t-1 + √(1-φ²) w_t,  φ = 0.5                      deviation 1
 *   noise    x = season + mean + spread e                     mean 0 → 1, spread 1 → 2, φ → 0.9
 *   counts   x ~ Poisson(rate e^(0.2 e + season/6))           rate 6 → 9
 *   season   2 sin(2π t / 24)
 * </pre>
 */
final class Process {
  private static final double MEMORY = 0.5;
  private static final double MORE_MEMORY = 0.4;
  private static final double RATE = 6;
  private static final double MORE_RATE = 3;
  private static final double PERIOD = 24;
  private static final double AMPLITUDE = 2;

  private final Change change;
  private final Shape shape;
  private final boolean season;
  private final int at;
  private final SplitMix random;
  private double e;
  private int t;

  /**
   * @param at sample with which the change begins; {@link Integer#MAX_VALUE}: never
   */
  Process(Change change, Shape shape, boolean season, int at, long seed) {
    this.change = change;
    this.shape = shape;
    this.season = season;
    this.at = at;
    random = new SplitMix(SplitMix.hash(seed));
    e = random.nextGaussian();
  }

  double next() {
    double part = shape.part(t - at, random.nextDouble());
    double phi = MEMORY + (change == Change.MEMORY ? part * MORE_MEMORY : 0);
    e = phi * e + StrictMath.sqrt(1 - phi * phi) * random.nextGaussian();
    double wave = season ? AMPLITUDE * StrictMath.sin(2 * StrictMath.PI * t / PERIOD) : 0;
    t++;
    return switch (change) {
      case MEAN -> wave + part + e;
      case SPREAD -> wave + (1 + part) * e;
      case MEMORY -> wave + e;
      case RATE -> poisson((RATE + part * MORE_RATE) * StrictMath.exp(0.2 * e + wave / 6));
    };
  }

  /** Knuth's: uniform numbers are multiplied until the product is below e^-mean. */
  private double poisson(double mean) {
    double least = StrictMath.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > least) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
