package org.saccade.benchmarks.runs;

import java.util.function.LongToDoubleFunction;
import org.saccade.operators.probability.SplitMix;

/**
 * A series without end that does not come again: a day's and a week's wave with noise, and every
 * {@value #REGIME} records another level, amplitude, period and noise.
 */
final class EndlessSeries implements LongToDoubleFunction {
  static final double MIN = 0;
  static final double MAX = 40_000;
  private static final int REGIME = 10_000;
  private static final int WEEK = 7;

  private final long seed;

  EndlessSeries(long seed) {
    this.seed = seed;
  }

  @Override
  public double applyAsDouble(long record) {
    SplitMix regime = new SplitMix(SplitMix.at(seed, record / REGIME));
    double level = 12_000 + 12_000 * regime.nextDouble();
    double amplitude = 1000 + 7000 * regime.nextDouble();
    double noise = 500 + 2500 * regime.nextDouble();
    int day = 24 << regime.nextInt(3);
    double turn = 2 * StrictMath.PI * record / day;
    double value =
        level
            + amplitude * StrictMath.sin(turn)
            + amplitude / 4 * StrictMath.sin(turn / WEEK)
            + noise * (new SplitMix(SplitMix.hash(seed ^ record)).nextDouble() - 0.5);
    return Math.max(MIN, Math.min(MAX, value));
  }
}
