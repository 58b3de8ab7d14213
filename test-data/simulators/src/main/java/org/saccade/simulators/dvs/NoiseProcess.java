package org.saccade.simulators.dvs;

import java.util.Arrays;
import org.saccade.simulators.random.CounterRandom;

/**
 * One point process a pixel: when it fires next, and how long it then waits.
 *
 * <p>Poisson: exponential waits. Regular: the mean wait with a jitter, from a random phase. Waits
 * are whole microseconds, at least one.
 */
final class NoiseProcess {
  private static final double MICROS = 1e6;

  private final int[] pixels;
  private final long[] keys;
  private final double[] meanWaitMicros;
  private final boolean regular;
  private final double jitter;
  private final long[] next;
  private final int[] draws;

  private NoiseProcess(
      int[] pixels, long[] keys, double[] meanWaitMicros, boolean regular, double jitter) {
    this.pixels = pixels;
    this.keys = keys;
    this.meanWaitMicros = meanWaitMicros;
    this.regular = regular;
    this.jitter = jitter;
    next = new long[pixels.length];
    draws = new int[pixels.length];
  }

  static NoiseProcess poisson(int[] pixels, double hz, long seed) {
    double[] waits = new double[pixels.length];
    Arrays.fill(waits, MICROS / hz);
    return new NoiseProcess(pixels, keys(pixels, seed), waits, false, 0);
  }

  static NoiseProcess regular(
      int[] pixels, double medianHz, double decades, double jitter, long seed) {
    long[] keys = keys(pixels, seed);
    double[] waits = new double[pixels.length];
    for (int i = 0; i < waits.length; i++) {
      double log10 = decades > 0 ? decades * CounterRandom.gaussian(~keys[i], 0) : 0;
      waits[i] = MICROS / (medianHz * StrictMath.pow(10, log10));
    }
    return new NoiseProcess(pixels, keys, waits, true, jitter);
  }

  private static long[] keys(int[] pixels, long seed) {
    long[] keys = new long[pixels.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = CounterRandom.key(seed, pixels[i]);
    }
    return keys;
  }

  int size() {
    return pixels.length;
  }

  int pixel(int i) {
    return pixels[i];
  }

  /** Time of the next event of process i. */
  long next(int i) {
    return next[i];
  }

  /** Uniform numbers that belong to the next event, such as for its polarity. */
  double mark(int i, int which) {
    return CounterRandom.uniform(keys[i], 4L * draws[i] + which);
  }

  /** Draws the first events after a time. */
  void start(long timeMicros) {
    for (int i = 0; i < next.length; i++) {
      double share = regular ? mark(i, 3) : exponential(i);
      next[i] = timeMicros + wait(meanWaitMicros[i] * share);
    }
  }

  /** Passes on to the event after the next. */
  void advance(int i) {
    draws[i]++;
    double share = regular ? 1 + jitter * rough(i) : exponential(i);
    next[i] += wait(meanWaitMicros[i] * share);
  }

  private double exponential(int i) {
    return CounterRandom.exponential(keys[i], 4L * draws[i] + 3);
  }

  private double rough(int i) {
    return CounterRandom.roughGaussian(CounterRandom.bits(keys[i], 4L * draws[i] + 3));
  }

  private static long wait(double micros) {
    return Math.max(1, (long) StrictMath.rint(micros));
  }
}
