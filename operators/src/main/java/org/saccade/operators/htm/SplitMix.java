package org.saccade.operators.htm;

/**
 * Random numbers that are the same on every machine and whose state is one {@code long}: SplitMix64
 * (Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, 2014).
 */
final class SplitMix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix(long seed) {
    state = seed;
  }

  long state() {
    return state;
  }

  void state(long state) {
    this.state = state;
  }

  long nextLong() {
    state += GOLDEN;
    long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** One of 0 .. bound - 1, each as likely as the next up to bound / 2^32. */
  int nextInt(int bound) {
    return (int) ((nextLong() >>> 32) * bound >>> 32);
  }
}
