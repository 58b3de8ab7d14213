package org.saccade.operators.htm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

class SdrMatchTest {
  /** Numenta's notebook for Why Neurons Have Thousands of Synapses; its last digits are rounded. */
  @ParameterizedTest
  @CsvSource({
    "100000, 2000, 6, 6, 6.35308872941916e-11",
    "100000, 2000, 8, 8, 2.52507239284961e-14",
    "100000, 2000, 10, 10, 1.00163216178113e-17",
    "100000, 2000, 12, 6, 5.29386836275369e-08",
    "100000, 2000, 16, 8, 2.81724528327272e-10",
    "100000, 2000, 20, 10, 1.5419276725872e-12",
    "100000, 2000, 24, 12, 8.58694100276592e-15",
    "100000, 2000, 40, 10, 4.91541864813209e-09",
    "100000, 2000, 80, 10, 4.62568448037595e-06",
    "10000, 300, 24, 12, 8.37584522709849e-13"
  })
  void agreesWithPublishedValues(int n, int a, int s, int theta, double published) {
    assertThat(SdrMatch.falseMatch(n, a, s, theta)).isCloseTo(published, within(published * 2e-10));
  }

  /** By exact rationals, where the published page has a value that its parameters do not give. */
  @ParameterizedTest
  @CsvSource({"2000, 40, 20, 10, 4.94363e-13", "64, 12, 12, 8, 4.2311e-05"})
  void agreesWithRationals(int n, int a, int s, int theta, double exact) {
    assertThat(SdrMatch.falseMatch(n, a, s, theta)).isCloseTo(exact, within(exact * 1e-4));
  }

  @Test
  void isTheRateOfAccidentalMatchesOfRandomPatterns() {
    SplitMix random = new SplitMix(5);
    int trials = 200_000;
    int matches = 0;
    for (int i = 0; i < trials; i++) {
      matches += Long.bitCount(pattern(random, 64, 12) & 0xFFF) >= 6 ? 1 : 0;
    }
    double p = SdrMatch.falseMatch(64, 12, 12, 6);
    double deviation = Math.sqrt(p * (1 - p) * trials);
    assertThat((double) matches).isCloseTo(p * trials, within(4 * deviation));
  }

  private static long pattern(SplitMix random, int n, int a) {
    long bits = 0;
    while (Long.bitCount(bits) < a) {
      bits |= 1L << random.nextInt(n);
    }
    return bits;
  }

  /** Numenta's forum: 664.78 and 1271.66 of 2000 bits. */
  @Test
  void unionsFillUp() {
    assertThat(SdrMatch.unionDensity(2000, 40, 20)).isCloseTo(0.33239, within(1e-5));
    assertThat(SdrMatch.unionDensity(2000, 40, 50)).isCloseTo(0.63583, within(1e-5));
    assertThat(SdrMatch.falseMatchOfAny(1e-9, 1000)).isCloseTo(1e-6, within(1e-12));
  }

  @Test
  void saysWhatCannotBe() {
    assertThatThrownBy(() -> SdrMatch.falseMatch(10, 11, 2, 1)).hasMessageContaining("a=11");
  }
}
