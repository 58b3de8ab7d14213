package org.saccade.operators.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

class WaldTest {
  private static final Bernoulli TABLE_1 = new Bernoulli(0.45, 0.5);
  private static final Wald WALD = new Wald(0.05, 0.005);

  /** By Wald's formulas for the parameters of Table 1 of arXiv:2504.18599. */
  @ParameterizedTest
  @CsvSource({
    ".05, 61.5",
    ".2, 95.1",
    ".3, 149",
    ".45, 965",
    ".5, 587",
    ".6, 119",
    ".8, 45.9",
    ".95, 31.4",
    ".999, 28.4"
  })
  void expectedSamplesOfThePublishedParameters(double p, double samples) {
    assertThat(WALD.expectedSamples(TABLE_1, p)).isCloseTo(samples, within(samples * 0.006));
  }

  @Test
  void acceptsWithTheErrorsAskedFor() {
    assertThat(WALD.acceptance(TABLE_1, 0.45)).isCloseTo(0.95, within(1e-9));
    assertThat(WALD.acceptance(TABLE_1, 0.5)).isCloseTo(0.005, within(1e-9));
    Gaussian shift = new Gaussian(3, 4, 2);
    assertThat(WALD.acceptance(shift, 3)).isCloseTo(0.95, within(1e-12));
    assertThat(WALD.acceptance(shift, 4)).isCloseTo(0.005, within(1e-12));
  }

  @Property(tries = 200)
  void acceptanceFallsAsThereIsMoreToFind(
      @ForAll @DoubleRange(min = 0.02, max = 0.9) double p,
      @ForAll @DoubleRange(min = 0.01, max = 0.08) double more) {
    assertThat(WALD.acceptance(TABLE_1, p + more)).isLessThanOrEqualTo(WALD.acceptance(TABLE_1, p));
  }

  /** Between the two the walk has no drift: samples -AB/E[z²], and no jump there. */
  @Test
  void theFormulaIsContinuousWhereTheWalkDoesNotDrift() {
    double still = -TABLE_1.no() / (TABLE_1.yes() - TABLE_1.no());
    double there = WALD.expectedSamples(TABLE_1, still);
    assertThat(WALD.expectedSamples(TABLE_1, still + 1e-5)).isCloseTo(there, within(there * 1e-3));
    assertThat(WALD.expectedSamples(TABLE_1, still - 1e-5)).isCloseTo(there, within(there * 1e-3));
    double gaussian = WALD.expectedSamples(new Gaussian(0, 1, 1), 0.5);
    double near = WALD.expectedSamples(new Gaussian(0, 1, 1), 0.5 + 1e-5);
    assertThat(near).isCloseTo(gaussian, within(gaussian * 1e-3));
  }

  /** Errors of repeated tests: α' ≤ α/(1-β), β' ≤ β/(1-α), α' + β' ≤ α + β (Wald 1947). */
  @ParameterizedTest
  @CsvSource({"0.2, 0.5, 0.05, 0.05", "0.1, 0.3, 0.1, 0.02", "0.45, 0.5, 0.05, 0.005"})
  void simulatedErrorsKeepWaldsBounds(double p0, double p1, double alpha, double beta) {
    Bernoulli test = new Bernoulli(p0, p1);
    double first = 1 - rejections(test, p0, alpha, beta, Decision.NULL);
    double second = 1 - rejections(test, p1, alpha, beta, Decision.ALTERNATIVE);
    double slack = 3 * Math.sqrt(alpha / 4000);
    assertThat(first).isLessThan(alpha / (1 - beta) + slack);
    assertThat(second).isLessThan(beta / (1 - alpha) + slack);
    assertThat(first + second).isLessThan(alpha + beta + slack);
  }

  private static double rejections(
      Bernoulli test, double p, double alpha, double beta, Decision right) {
    SplitMix random = new SplitMix(11);
    SequentialTest walk = SequentialTest.wald(alpha, beta, Restart.AT_BOTH);
    int rights = 0;
    for (int run = 0; run < 4000; run++) {
      Decision decision;
      do {
        decision = walk.step(random.nextDouble() < p ? test.yes() : test.no());
      } while (decision == Decision.CONTINUE);
      rights += decision == right ? 1 : 0;
    }
    return rights / 4000.0;
  }

  /**
   * Of small shifts a barrier is overstepped by little, 0.583 deviations of the evidence (Siegmund
   * 1985), and Wald's formulas are right but for that; up and down.
   */
  @ParameterizedTest
  @CsvSource({"0, 0.2, 0", "0, 0.2, 0.2", "0, 0.2, 0.1", "5, 4.8, 5", "5, 4.8, 4.8", "5, 4.8, 4.9"})
  void simulatedNormalTestsTakeTheSamplesOfWaldsFormula(double mean0, double mean1, double mean) {
    Gaussian test = new Gaussian(mean0, mean1, 1);
    double alpha = 0.05;
    double over = 0.583 * Math.abs(test.shift());
    double a = Math.log((1 - alpha) / alpha) + over;
    // The formula at the errors whose barriers are the ones that are reached on average.
    double reached = 1 / (1 + Math.exp(a));
    double expected = new Wald(reached, reached).expectedSamples(test, mean);
    SplitMix random = new SplitMix(21);
    SequentialTest walk = SequentialTest.wald(alpha, alpha, Restart.AT_BOTH);
    long samples = 0;
    int nulls = 0;
    for (int run = 0; run < RUNS; ) {
      samples++;
      Decision decision = walk.step(test.of(mean + random.nextGaussian()));
      run += decision == Decision.CONTINUE ? 0 : 1;
      nulls += decision == Decision.NULL ? 1 : 0;
    }
    assertThat((double) samples / RUNS).isCloseTo(expected, within(0.03 * expected));
    double plain = new Wald(alpha, alpha).expectedSamples(test, mean);
    assertThat((double) samples / RUNS).as("Wald's own").isBetween(plain, 1.12 * plain);
    assertThat((double) nulls / RUNS)
        .isCloseTo(new Wald(reached, reached).acceptance(test, mean), within(0.02));
  }

  private static final int RUNS = 6000;
}
