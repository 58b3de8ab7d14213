package org.saccade.simulators.random;

/**
 * Random bits, uniform and normal numbers without a state: a key (who draws) and a counter (which
 * draw) give the number.
 */
public final class CounterRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1p-53;

  private CounterRandom() {}

  /** The key of one drawer, such as a pixel, under a seed. */
  public static long key(long seed, long drawer) {
    return mix(mix(seed + GOLDEN_GAMMA) + GOLDEN_GAMMA * (drawer + 1));
  }

  /** Bijection of 64 bits in which every output bit depends on every input bit. */
  public static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The part of {@link #bits} that all drawers of one counter share; compute it once a step. */
  public static long shared(long counter) {
    return mix(counter + GOLDEN_GAMMA);
  }

  /** 64 random bits. */
  public static long bits(long key, long counter) {
    return mix(key + shared(counter));
  }

  /** Uniform in [0, 1), of the upper 53 bits. */
  public static double uniform(long bits) {
    return (bits >>> 11) * UNIT;
  }

  /** Uniform in [0, 1). */
  public static double uniform(long key, long counter) {
    return uniform(bits(key, counter));
  }

  /**
   * Standard normal, by Box and Muller (1958) in {@link StrictMath}: {@code √(−2 ln u) cos 2πv}.
   *
   * @param counter takes the draws {@code 2·counter} and {@code 2·counter + 1} of the key
   */
  public static double gaussian(long key, long counter) {
    double u = 1.0 - uniform(key, 2 * counter);
    double v = uniform(key, 2 * counter + 1);
    return StrictMath.sqrt(-2.0 * StrictMath.log(u)) * StrictMath.cos(2.0 * Math.PI * v);
  }

  /**
   * Exponential of mean 1, {@code −ln u}: the waiting time between events of a Poisson process, in
   * units of its mean interval.
   */
  public static double exponential(long key, long counter) {
    return -StrictMath.log(1.0 - uniform(key, counter));
  }

  /**
   * Roughly standard normal at the price of one bit count: {@code (ones − 32)/4} of 64 bits, which
   * has mean 0, variance 1 and steps of a quarter. For jitter, not for tails: it ends at ±8.
   */
  public static double roughGaussian(long bits) {
    return (Long.bitCount(bits) - 32) * 0.25;
  }
}
