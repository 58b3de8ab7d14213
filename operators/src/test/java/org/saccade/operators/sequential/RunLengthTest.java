package org.saccade.operators.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

class RunLengthTest {
  /**
   * Two-sided run lengths at k = ½: D. C. Montgomery, Introduction to Statistical Quality Control,
   * table 9.3 (h = 4: 168, 26.6, 8.38, 4.75; h = 5: 465, 38.0, 10.4, 5.75).
   */
  @ParameterizedTest
  @CsvSource({
    "4, 0, 168",
    "4, 0.5, 26.6",
    "4, 1, 8.38",
    "4, 1.5, 4.75",
    "5, 0, 465",
    "5, 0.5, 38.0",
    "5, 1, 10.4",
    "5, 1.5, 5.75"
  })
  void normalRunLengthsAreThoseOfTheTables(double h, double mean, double published) {
    assertThat(GaussianRunLength.ofBothDirections(0.5, h, mean))
        .isCloseTo(published, within(published * 0.004));
  }

  /** Siegmund's approximation, corrected for the overshoot, is within 2 % there. */
  @ParameterizedTest
  @CsvSource({"4, 0", "5, 0", "5, 1", "8, 1"})
  void normalRunLengthsAreNearSiegmunds(double h, double mean) {
    double d = mean - 0.5;
    double b = h + 1.166;
    double siegmund = (Math.exp(-2 * d * b) + 2 * d * b - 1) / (2 * d * d);
    assertThat(GaussianRunLength.of(0.5, h, mean)).isCloseTo(siegmund, within(siegmund * 0.02));
  }

  @Test
  void aThresholdGivesTheRunLengthItIsFor() {
    double h = GaussianRunLength.threshold(0.5, 1000);
    assertThat(GaussianRunLength.of(0.5, h, 0)).isCloseTo(1000, within(0.01));
    Lattice lattice = Lattice.of(new Bernoulli(0.2, 0.8));
    int steps = lattice.threshold(0.2, 1000);
    assertThat(lattice.cusumRunLength(0.2, steps)).isGreaterThanOrEqualTo(1000);
    assertThat(lattice.cusumRunLength(0.2, steps - 1)).isLessThan(1000);
  }

  /** A fair walk that ends a up or b down takes a b steps and ends up with probability b/(a+b). */
  @Test
  void aFairWalkIsTheGamblersRuin() {
    Lattice coin = new Lattice(1, 1, 1);
    assertThat(coin.expectedSamples(0.5, 7, 12)).isCloseTo(84, within(1e-9));
    assertThat(coin.alternative(0.5, 7, 12)).isCloseTo(12.0 / 19, within(1e-12));
    double odds = 0.6 / 0.4;
    assertThat(coin.alternative(0.4, 3, 5))
        .isCloseTo((Math.pow(odds, 5) - 1) / (Math.pow(odds, 8) - 1), within(1e-12));
  }

  @Test
  void theLatticeIsTheTestNextToTheOneAskedFor() {
    Lattice half = Lattice.of(new Bernoulli(0.2, 0.8));
    assertThat(half.up()).as("by symmetry").isEqualTo(half.down()).isEqualTo(1);
    Bernoulli skew = new Bernoulli(0.05, 0.2);
    Lattice lattice = Lattice.of(skew);
    assertThat(lattice.up() * lattice.unit()).isCloseTo(skew.yes(), within(skew.yes() * 0.02));
    assertThat(lattice.down() * lattice.unit()).isCloseTo(-skew.no(), within(-skew.no() * 0.02));
  }

  private static double simulated(double threshold, int runs, DoubleSupplier evidence) {
    SequentialTest cusum = SequentialTest.cusum(threshold);
    long samples = 0;
    for (int run = 0; run < runs; ) {
      samples++;
      run += cusum.step(evidence.getAsDouble()) == Decision.ALTERNATIVE ? 1 : 0;
    }
    return (double) samples / runs;
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.2, 0.05", "0.05, 0.2, 0.2", "0.2, 0.5, 0.2", "0.2, 0.5, 0.5"})
  void simulatedBernoulliRunsAreAsLongAsTheChainSays(double p0, double p1, double p) {
    Lattice lattice = Lattice.of(new Bernoulli(p0, p1));
    int h = lattice.threshold(p0, 500);
    SplitMix random = new SplitMix(7);
    double simulated =
        simulated(h, 20_000, () -> random.nextDouble() < p ? lattice.up() : -lattice.down());
    double exact = lattice.cusumRunLength(p, h);
    assertThat(simulated).isCloseTo(exact, within(exact * 0.03));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2"})
  void simulatedNormalRunsAreAsLongAsTheIntegralEquationSays(double mean) {
    Gaussian shift = new Gaussian(0, 1, 1);
    double h = GaussianRunLength.threshold(0.5, 500);
    SplitMix random = new SplitMix(7);
    double simulated = simulated(h, 20_000, () -> shift.of(mean + random.nextGaussian()));
    double exact = GaussianRunLength.of(0.5, h, mean);
    assertThat(simulated).isCloseTo(exact, within(exact * 0.03));
  }

  /** A test for a lower mean, or for fewer yes, is the mirror of one for more. */
  @ParameterizedTest
  @CsvSource({"0", "-0.5", "-1", "-2"})
  void simulatedRunsDownwardAreAsLongAsTheEquationsSay(double mean) {
    Gaussian fall = new Gaussian(0, -1, 1);
    double h = GaussianRunLength.threshold(0.5, 500);
    SplitMix random = new SplitMix(9);
    double simulated = simulated(h, 20_000, () -> fall.of(mean + random.nextGaussian()));
    double exact = GaussianRunLength.of(0.5, h, -mean);
    assertThat(simulated).isCloseTo(exact, within(exact * 0.03));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.2, 0.5", "0.5, 0.2, 0.2", "0.9, 0.6, 0.9", "0.9, 0.6, 0.6"})
  void simulatedBernoulliRunsDownwardAreAsLongAsTheChainSays(double p0, double p1, double p) {
    // Fewer yes is more no.
    Lattice lattice = Lattice.of(new Bernoulli(1 - p0, 1 - p1));
    int h = lattice.threshold(1 - p0, 500);
    Bernoulli fall = new Bernoulli(p0, p1);
    double unit = lattice.unit();
    assertThat(fall.no()).isCloseTo(lattice.up() * unit, within(0.02 * fall.no()));
    assertThat(-fall.yes()).isCloseTo(lattice.down() * unit, within(-0.02 * fall.yes()));
    SplitMix random = new SplitMix(9);
    double simulated =
        simulated(h, 20_000, () -> random.nextDouble() < p ? -lattice.down() : lattice.up());
    double exact = lattice.cusumRunLength(1 - p, h);
    assertThat(simulated).isCloseTo(exact, within(exact * 0.03));
  }

  /** Lorden 1971: no test is faster than ln γ / information; CUSUM comes near it (Moustakides). */
  @Test
  void delaysAreNearTheLeastPossible() {
    Bernoulli change = new Bernoulli(0.2, 0.8);
    Lattice lattice = Lattice.of(change);
    int h = lattice.threshold(0.2, 10_000);
    double least = Math.log(10_000) / change.information();
    assertThat(least).isCloseTo(11.1, within(0.1));
    assertThat(lattice.cusumRunLength(0.8, h)).isBetween(0.8 * least, 1.4 * least);
  }

  /** Each of the three forms after a long quiet time; figures of the published parameters. */
  @ParameterizedTest
  @CsvSource({"AFTER_ALTERNATIVE, 4252", "AT_BOTH, 82", "REFLECT, 46"})
  void onlyAWalkThatBeginsAnewFindsAChangeAfterALongQuietTime(Restart restart, double delay) {
    Bernoulli table1 = new Bernoulli(0.45, 0.5);
    SplitMix random = new SplitMix(3);
    double sum = 0;
    int runs = 200;
    for (int run = 0; run < runs; run++) {
      SequentialTest walk = SequentialTest.wald(0.05, 0.005, restart);
      for (int i = 0; i < 5000; i++) {
        walk.step(random.nextDouble() < 0.2 ? table1.yes() : table1.no());
      }
      int samples = 1;
      while (walk.step(random.nextDouble() < 0.8 ? table1.yes() : table1.no())
          != Decision.ALTERNATIVE) {
        samples++;
      }
      sum += samples;
    }
    assertThat(sum / runs).isCloseTo(delay, within(delay * 0.1));
  }

  /** s = .475, barriers 14.9 up and 26.1 down: 29 samples at least, whatever comes. */
  @Test
  void thePublishedParametersCannotDecideWithinTheirWindow() {
    Bernoulli table1 = new Bernoulli(0.45, 0.5);
    SequentialTest walk = SequentialTest.wald(0.05, 0.005, Restart.AT_BOTH);
    int ones = 1;
    while (walk.step(table1.yes()) != Decision.ALTERNATIVE) {
      ones++;
    }
    int zeros = 1;
    while (walk.step(table1.no()) != Decision.NULL) {
      zeros++;
    }
    assertThat(ones).isEqualTo(29);
    assertThat(zeros).isEqualTo(56);
  }
}
