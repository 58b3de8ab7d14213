package org.saccade.simulators.gesture;

import org.saccade.simulators.random.CounterRandom;

/** Random values one after another, by the key of who draws. */
final class Draws {
  private final long key;
  private long count;

  Draws(long key) {
    this.key = key;
  }

  /** Uniform in [least, most). */
  double between(double least, double most) {
    return least + (most - least) * CounterRandom.uniform(key, count++);
  }

  boolean chance(double probability) {
    return CounterRandom.uniform(key, count++) < probability;
  }

  /** 1 or -1. */
  double sign() {
    return chance(0.5) ? 1 : -1;
  }

  /** 0 to n - 1. */
  int below(int n) {
    return (int) (n * CounterRandom.uniform(key, count++));
  }
}
