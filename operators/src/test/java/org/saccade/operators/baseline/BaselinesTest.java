package org.saccade.operators.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

/** Peers' values on samples that are hashes of their number, moved by ½ from 1000 on. */
class BaselinesTest {
  private static double uniform(int i) {
    return (SplitMix.hash(i) >>> 11) * 0x1.0p-53;
  }

  private static double moved(int i, double by) {
    return uniform(i) + (i >= 1000 ? by : 0);
  }

  private static int alarm(ChangeStatistic statistic, double threshold, IntToDoubleFunction x) {
    int i = 0;
    while (!(statistic.step(x.applyAsDouble(i)) > threshold)) {
      i++;
    }
    return i;
  }

  /** River 0.26.1, ADWIN(delta). */
  @ParameterizedTest
  @CsvSource({"0.002, 1055", "1e-6, 1055", "1e-12, 1119"})
  void adwinAlarmsWhereRiversDoes(double delta, int at) {
    assertThat(alarm(new Adwin(), -Math.log(delta), i -> moved(i, 0.5))).isEqualTo(at);
  }

  /** River 0.26.1, PageHinkley(30, 0.005, threshold, 0.9999, "both"). */
  @ParameterizedTest
  @CsvSource({
    "5, 0.5, 190",
    "20, 0.5, 1028",
    "50, 0.5, 1102",
    "5, -0.5, 190",
    "20, -0.5, 1018",
    "50, -0.5, 1078"
  })
  void pageHinkleyAlarmsWhereRiversDoes(double threshold, double by, int at) {
    PageHinkley test = new PageHinkley(30, 0.005, 1 - 0.0001);
    assertThat(alarm(test, threshold, i -> moved(i, by))).isEqualTo(at);
  }

  /** SciPy 1.17.1, ks_2samp and wasserstein_distance; the index by its formula. */
  @ParameterizedTest
  @CsvSource({
    "700, 0.106, 0.045210497459177816, 0.12886565969416822",
    "1020, 0.214, 0.1549601518643373, 0.46967450133312916",
    "1050, 0.57, 0.502356967058515, 1.7896836398491014"
  })
  void distancesOfTheLastFiftyFromTheFirstFiveHundredAreThosePublished(
      int end, double kolmogorov, double wasserstein, double stability) {
    List<TwoSample.Distance> distances =
        List.of(Distances::kolmogorov, Distances::wasserstein, Distances::stability);
    double[] expected = {kolmogorov, wasserstein, stability};
    for (int d = 0; d < expected.length; d++) {
      TwoSample test = new TwoSample(500, 50, distances.get(d));
      double last = 0;
      for (int i = 0; i < end; i++) {
        last = test.step(moved(i, 0.5));
      }
      assertThat(last).isCloseTo(expected[d], within(1e-12));
    }
  }

  /** z of the warm-up 1, 3 is (x - 2) / √2. */
  @Test
  void cusumAndAverageAreThoseOfArithmetic() {
    Cusum cusum = new Cusum(2, 0.5);
    Ewma average = new Ewma(2, 0.5);
    double[] x = {1, 3, 2 + 3 * Math.sqrt(2), 2 - 2 * Math.sqrt(2)};
    double[] sums = Arrays.stream(x).map(cusum::step).toArray();
    double[] averages = Arrays.stream(x).map(average::step).toArray();
    assertThat(sums).containsExactly(new double[] {0, 0, 2.5, 1.5}, within(1e-12));
    assertThat(averages)
        .containsExactly(
            new double[] {0, 0, 1.5 * Math.sqrt(3), 0.25 * Math.sqrt(3)}, within(1e-12));
  }

  @Test
  void aResetBeginsAnew() {
    for (ChangeStatistic statistic :
        List.of(
            new Adwin(),
            new PageHinkley(30, 0.005, 0.9999),
            new Cusum(100, 0.5),
            new Ewma(100, 0.1),
            new TwoSample(100, 50, Distances::kolmogorov))) {
      double[] first = new double[1500];
      for (int i = 0; i < 1500; i++) {
        first[i] = statistic.step(moved(i, 0.5));
      }
      statistic.reset();
      for (int i = 0; i < 1500; i++) {
        assertThat(statistic.step(moved(i, 0.5))).isEqualTo(first[i]);
      }
    }
  }
}
