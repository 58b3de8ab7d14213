package org.saccade.operators.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

/**
 * False alarms of tests calibrated on a warm-up that is twenty run lengths long, on evidence that
 * remembers itself: yes-or-no and normal, up and down. Twelve warm-ups a case; {@code
 * -Dsaccade.warmups=400} makes it as many as one likes and the intervals as narrow.
 */
class AutocorrelatedFalseAlarmsTest {
  private static final int WARM_UPS = Integer.getInteger("saccade.warmups", 12);
  private static final double RUN_LENGTH = 200;
  private static final int WARM_UP = (int) (Calibration.WARM_UP_RUN_LENGTHS * RUN_LENGTH);
  private static final int AFTER = 300_000;

  /** Yes with probability p; the one before is said again with probability rho. */
  private static double[] yesOrNo(Bernoulli test, double rho, long seed, int n) {
    SplitMix random = new SplitMix(seed);
    boolean yes = random.nextDouble() < test.p0();
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = yes ? test.yes() : test.no();
      yes = random.nextDouble() < rho ? yes : random.nextDouble() < test.p0();
    }
    return z;
  }

  private static double[] normal(Gaussian test, double rho, long seed, int n) {
    SplitMix random = new SplitMix(seed);
    double x = random.nextGaussian();
    double[] z = new double[n];
    for (int i = 0; i < n; i++) {
      z[i] = test.of(test.mean0() + test.deviation() * x);
      x = rho * x + StrictMath.sqrt(1 - rho * rho) * random.nextGaussian();
    }
    return z;
  }

  private static double achieved(double threshold, double[] after) {
    SequentialTest cusum = SequentialTest.cusum(threshold);
    long alarms = Arrays.stream(after).filter(z -> cusum.step(z) == Decision.ALTERNATIVE).count();
    return (double) after.length / Math.max(1, alarms);
  }

  private static void check(
      String what, LongFunction<double[]> warmUp, double[] after, double nominal) {
    double[] factors =
        IntStream.range(0, WARM_UPS)
            .mapToDouble(
                i -> {
                  Calibration c = Calibration.of(warmUp.apply(1000 + i), RUN_LENGTH, nominal, i);
                  assertThat(c.supported()).isTrue();
                  return achieved(c.threshold(), after) / RUN_LENGTH;
                })
            .sorted()
            .toArray();
    long within = Arrays.stream(factors).filter(f -> f < 1.5 && f > 1 / 1.5).count();
    double[] interval = wilson(within, WARM_UPS);
    double off = RUN_LENGTH / achieved(nominal, after);
    System.out.printf(
        Locale.ROOT,
        "%s: run length achieved / asked %.2f to %.2f, median %.2f; within a factor of 1.5 for %d"
            + " of %d warm-ups (95 %% interval %.2f to %.2f); the threshold for independent samples"
            + " alarms %.1f times as often as asked%n",
        what,
        factors[0],
        factors[WARM_UPS - 1],
        factors[WARM_UPS / 2],
        within,
        WARM_UPS,
        interval[0],
        interval[1],
        off);
    assertThat(factors[WARM_UPS / 2]).as("the median warm-up").isBetween(0.8, 1.25);
    assertThat(interval[1]).as("part of the warm-ups within the factor").isGreaterThan(0.85);
    assertThat(interval[0]).as("part of the warm-ups within the factor").isGreaterThan(0.5);
  }

  /** Interval of a probability seen so many times (E. B. Wilson 1927), 95 %. */
  private static double[] wilson(long yes, int n) {
    double z2 = 1.96 * 1.96;
    double p = (double) yes / n;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Math.sqrt(z2 * (p * (1 - p) / n + z2 / (4.0 * n * n))) / (1 + z2 / n);
    return new double[] {middle - half, middle + half};
  }

  @ParameterizedTest
  @CsvSource({"0.2, 0.5, 0", "0.2, 0.5, 0.6", "0.5, 0.2, 0.6", "0.1, 0.3, 0.8"})
  void ofYesOrNoSamplesComeAsOftenAsAskedFor(double p0, double p1, double rho) {
    Bernoulli test = new Bernoulli(p0, p1);
    // The nominal threshold of a fall is that of its mirror image.
    Lattice lattice = Lattice.of(p1 > p0 ? test : new Bernoulli(1 - p0, 1 - p1));
    check(
        "yes or no, " + p0 + " to " + p1 + ", correlation " + rho,
        seed -> yesOrNo(test, rho, seed, WARM_UP),
        yesOrNo(test, rho, 7, AFTER),
        lattice.threshold(p1 > p0 ? p0 : 1 - p0, RUN_LENGTH) * lattice.unit());
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0.6", "0, -1, 0.6", "3, 2, 0.8"})
  void ofNormalSamplesComeAsOftenAsAskedFor(double mean0, double mean1, double rho) {
    Gaussian test = new Gaussian(mean0, mean1, 1);
    check(
        "normal, mean " + mean0 + " to " + mean1 + ", correlation " + rho,
        seed -> normal(test, rho, seed, WARM_UP),
        normal(test, rho, 7, AFTER),
        GaussianRunLength.threshold(0.5, RUN_LENGTH));
  }
}
