package org.saccade.simulators.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CounterRandomTest {
  private static final long KEY = CounterRandom.key(42, 7);
  private static final int DRAWS = 100_000;

  /** SplitMix64 of seed 1234567: the values that implementations are commonly checked against. */
  @Test
  void mixesAsSplitMix64() {
    long gamma = 0x9E3779B97F4A7C15L;
    long seed = 1234567;
    assertThat(CounterRandom.mix(seed + gamma)).isEqualTo(6457827717110365317L);
    assertThat(CounterRandom.mix(seed + 2 * gamma)).isEqualTo(3203168211198807973L);
    assertThat(CounterRandom.mix(seed + 3 * gamma))
        .isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Test
  void givesUniformNumbersOfMeanHalfAndVarianceOneTwelfth() {
    expectMoments(i -> CounterRandom.uniform(KEY, i), 0.5, 1.0 / 12);
  }

  @Test
  void givesNormalNumbersOfMeanZeroAndVarianceOne() {
    expectMoments(i -> CounterRandom.gaussian(KEY, i), 0, 1);
  }

  @Test
  void givesRoughNormalNumbersOfMeanZeroAndVarianceOne() {
    expectMoments(i -> CounterRandom.roughGaussian(CounterRandom.bits(KEY, i)), 0, 1);
  }

  @Test
  void givesExponentialNumbersOfMeanOneAndVarianceOne() {
    expectMoments(i -> CounterRandom.exponential(KEY, i), 1, 1);
  }

  @Test
  void givesNumbersOfNeighbouringKeysWithoutCorrelation() {
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      double a = CounterRandom.uniform(CounterRandom.key(1, i), 0) - 0.5;
      double b = CounterRandom.uniform(CounterRandom.key(1, i + 1), 0) - 0.5;
      sum += 12 * a * b;
    }
    assertThat(sum / DRAWS).isCloseTo(0, within(5 / Math.sqrt(DRAWS)));
  }

  private static void expectMoments(LongToDoubleFunction draw, double mean, double variance) {
    double[] values = LongStream.range(0, DRAWS).mapToDouble(draw).toArray();
    double sum = 0;
    double squares = 0;
    for (double v : values) {
      sum += v;
      squares += (v - mean) * (v - mean);
    }
    assertThat(sum / DRAWS).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
    assertThat(squares / DRAWS).isCloseTo(variance, within(0.02 * variance));
  }
}
