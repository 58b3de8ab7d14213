package org.saccade.operators.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;

/** Against arithmetic: the mean of n independent samples is off by σ/√n. */
class MeanErrorTest {
  private static final int SAMPLES = 2000;
  private static final int DRAWS = 4000;

  /**
   * Two series of unit variance of which a part is common; the second kind is the first, turned.
   */
  private static double[][] evidence(double common) {
    SplitMix random = new SplitMix(1);
    double[][] z = new double[2][2 * SAMPLES];
    for (int t = 0; t < SAMPLES; t++) {
      double all = random.nextGaussian();
      for (double[] one : z) {
        double x = Math.sqrt(common) * all + Math.sqrt(1 - common) * random.nextGaussian();
        one[2 * t] = 5 + x;
        one[2 * t + 1] = 5 - x;
      }
    }
    return z;
  }

  @Test
  void isThatOfAMeanOfSoManySamplesAndTiedTogetherAsTheyAre() {
    MeanError error = new MeanError(evidence(0.7), 2, 50);
    SplitMix random = new SplitMix(2);
    double mean = 0;
    double square = 0;
    double product = 0;
    for (int i = 0; i < DRAWS; i++) {
      error.draw(random);
      double first = error.of(0, 0);
      assertThat(error.of(0, 1)).isCloseTo(-first, within(1e-9));
      mean += first / DRAWS;
      square += first * first / DRAWS;
      product += first * error.of(1, 0) / DRAWS;
    }
    assertThat(mean).isCloseTo(0, within(0.002));
    assertThat(SAMPLES * square).isCloseTo(1, within(0.3));
    assertThat(product / square).isCloseTo(0.7, within(0.1));
  }
}
