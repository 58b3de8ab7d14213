package org.saccade.operators.probability;

/**
 * Random numbers that are the same on every machine and whose state is one {@code long}: SplitMix64
 * (Steele, Lea, Flood, Fast Splittable Pseudorandom Number Generators, 2014).
 */
public final class SplitMix {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public SplitMix(long seed) {
    state = seed;
  }

  /** A number that is a hash of this one: the generator's first after this state. */
  public static long hash(long state) {
    long z = state + GOLDEN;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The number after {@code index} others of a generator that begins at {@code seed}. */
  public static long at(long seed, long index) {
    return hash(seed + index * GOLDEN);
  }

  public long state() {
    return state;
  }

  public void state(long state) {
    this.state = state;
  }

  /** Any of the 2^64 numbers. */
  public long nextLong() {
    long next = hash(state);
    state += GOLDEN;
    return next;
  }

  /** One of 0 .. bound - 1, each as likely as the next up to bound / 2^32. */
  public int nextInt(int bound) {
    return (int) ((nextLong() >>> 32) * bound >>> 32);
  }

  /** At least 0 and below 1, in steps of 2^-53. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** Standard normal, by Box and Muller; the second of the pair is let go. */
  public double nextGaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
    return radius * StrictMath.cos(2 * StrictMath.PI * nextDouble());
  }
}
