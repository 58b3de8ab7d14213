package org.saccade.benchmarks.falsealarms;

import org.saccade.operators.probability.SplitMix;

/** Samples that remember the one before and otherwise never change. */
final class Noise {
  private final double memory;
  private final SplitMix random;
  private double normal;
  private boolean yes;
  private boolean begun;

  /**
   * @param memory correlation of neighbours
   */
  Noise(double memory, long seed) {
    this.memory = memory;
    random = new SplitMix(SplitMix.hash(seed));
  }

  /** Goes on from the last sample by other random numbers. */
  Noise on(long seed) {
    Noise on = new Noise(memory, seed);
    on.normal = normal;
    on.yes = yes;
    on.begun = begun;
    return on;
  }

  /** Standard normal: x_t = ρ x_t-1 + √(1-ρ²) w_t. */
  double normal() {
    double fresh = random.nextGaussian();
    normal = begun ? memory * normal + StrictMath.sqrt(1 - memory * memory) * fresh : fresh;
    begun = true;
    return normal;
  }

  /** Yes with probability p; the one before is said again with probability ρ. */
  boolean yes(double p) {
    boolean again = random.nextDouble() < memory;
    boolean fresh = random.nextDouble() < p;
    yes = begun && again ? yes : fresh;
    begun = true;
    return yes;
  }
}
