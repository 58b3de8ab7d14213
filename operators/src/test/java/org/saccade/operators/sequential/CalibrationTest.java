package org.saccade.operators.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.probability.SplitMix;

class CalibrationTest {
  private static final double RUN_LENGTH = 250;
  private static final Gaussian SHIFT = new Gaussian(0, 1, 1);

  /** Unit variance, each sample remembering {@code rho} of the one before. */
  private static double[] evidence(int n, double rho, long seed) {
    SplitMix random = new SplitMix(seed);
    double x = random.nextGaussian();
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = SHIFT.of(x);
      x = rho * x + Math.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return z;
  }

  private static double achieved(double threshold, double rho, long seed) {
    SequentialTest cusum = SequentialTest.cusum(threshold);
    long alarms =
        Arrays.stream(evidence(400_000, rho, seed))
            .filter(z -> cusum.step(z) == Decision.ALTERNATIVE)
            .count();
    return 400_000.0 / Math.max(1, alarms);
  }

  private static double nominal() {
    return GaussianRunLength.threshold(0.5, RUN_LENGTH);
  }

  /** Warm-ups of just the length that supports the run length: 19 of 20 are within the factor. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8})
  void falseAlarmsComeAsOftenAsAskedForOnAutocorrelatedEvidence(double rho) {
    double[] off =
        IntStream.range(0, 20)
            .mapToDouble(
                i -> {
                  Calibration c =
                      Calibration.of(evidence(5000, rho, 100 + i), RUN_LENGTH, nominal(), i);
                  assertThat(c.supported()).isTrue();
                  return achieved(c.threshold(), rho, 7) / RUN_LENGTH;
                })
            .map(factor -> Math.max(factor, 1 / factor))
            .sorted()
            .toArray();
    assertThat(off[9]).as("half of them").isLessThan(1.25);
    assertThat(off[17]).as("nine of ten").isLessThan(1.5);
  }

  @Test
  void saysByWhatFactorTheTestForIndependentSamplesIsOff() {
    double rho = 0.8;
    double truth = RUN_LENGTH / achieved(nominal(), rho, 7);
    Calibration c = Calibration.of(evidence(20_000, rho, 1), RUN_LENGTH, nominal(), 1);
    assertThat(truth).as("it alarms several times too often").isGreaterThan(4);
    assertThat(c.nominalFactor()).isCloseTo(truth, within(truth * 0.2));
    assertThat(c.autocorrelationTime()).as("(1+ρ)/(1-ρ)").isCloseTo(9, within(1.5));
  }

  @Test
  void leavesTheThresholdForIndependentSamplesWhereTheyAreIndependent() {
    Calibration c = Calibration.of(evidence(50_000, 0, 1), RUN_LENGTH, nominal(), 1);
    assertThat(c.threshold()).isCloseTo(nominal(), within(0.25));
    assertThat(c.nominalFactor()).isCloseTo(1, within(0.12));
    assertThat(c.low()).isLessThan(RUN_LENGTH);
    assertThat(c.high()).isGreaterThan(RUN_LENGTH);
  }

  @Test
  void saysWhenTheWarmUpIsTooShort() {
    assertThat(Calibration.of(evidence(4_999, 0, 1), RUN_LENGTH, nominal(), 1).supported())
        .isFalse();
  }

  @Test
  void refusesAWarmUpThatIsNotLikeTheNullHypothesis() {
    double[] changed = Arrays.stream(evidence(1000, 0, 1)).map(z -> z + 1).toArray();
    assertThatThrownBy(() -> Calibration.of(changed, RUN_LENGTH, nominal(), 1))
        .hasMessageContaining("must be below 0");
  }

  /** Garwood's interval: tables of the Poisson distribution. */
  @Test
  void countsHaveTheirIntervals() {
    assertThat(Poisson.low(20)).isCloseTo(12.22, within(0.1));
    assertThat(Poisson.high(20)).isCloseTo(30.89, within(0.1));
    assertThat(Poisson.high(0)).isCloseTo(3.69, within(0.1));
  }
}
