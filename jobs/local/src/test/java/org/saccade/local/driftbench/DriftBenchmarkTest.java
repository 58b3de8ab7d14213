package org.saccade.local.driftbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.local.driftbench.DriftBenchmark.Cell;

class DriftBenchmarkTest {
  private static Contender named(String name) {
    return Contender.all(false).stream()
        .filter(c -> c.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Cell cell(List<Cell> cells, Change change, Shape shape) {
    return cells.stream()
        .filter(c -> c.change() == change && c.shape() == shape && !c.season())
        .findFirst()
        .orElseThrow();
  }

  /** Alarms of runs of ten samples at 3, 5 and never: 4 + 6 + 10 samples, two alarms. */
  @Test
  void samplesAFalseAlarmCountRunsWithoutOneInFull() {
    double[] third = {0, 0, 0, 1, 1, 1, 1, 1, 1, 1};
    double[] fifth = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    assertThat(DriftBenchmark.meanRun(List.of(third, fifth, new double[10]), 1)).isEqualTo(10);
    assertThat(DriftBenchmark.meanRun(List.of(new double[10]), 1)).isInfinite();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CUSUM", "EWMA"})
  void aKnownDetectorFindsAShiftOfTheMeanSoonerThanTheClockDoes(String name) {
    DriftBenchmark benchmark = new DriftBenchmark(40, 1000);
    List<Cell> cells = benchmark.run(named(name));
    assertThat(cells).hasSize(32);
    Cell mean = cell(cells, Change.MEAN, Shape.ABRUPT);
    assertThat(mean.falseAlarms()).isBetween(500.0, 2000.0);
    assertThat(mean.missed()).isLessThan(0.1);
    assertThat(mean.delay()).isLessThan(60);
  }

  /** Its false alarms are as rare as everybody's; it finds a change where one happens to be due. */
  @Test
  void theClockFindsWhatItFindsByChance() {
    List<Cell> cells = new DriftBenchmark(100, 1000).run(named("alarm by the clock"));
    Cell mean = cell(cells, Change.MEAN, Shape.ABRUPT);
    assertThat(mean.falseAlarms()).isBetween(700.0, 1400.0);
    assertThat(mean.missed()).isBetween(0.6, 0.95);
  }

  @Test
  void theSameSeedGivesTheSameSeries() {
    Process a = new Process(Change.SPREAD, Shape.GRADUAL, true, 100, 3);
    Process b = new Process(Change.SPREAD, Shape.GRADUAL, true, 100, 3);
    for (int i = 0; i < 1000; i++) {
      assertThat(a.next()).isEqualTo(b.next());
    }
  }

  @Test
  void noiseAndCountsHaveTheMomentsTheyAreSaidToHave() {
    double[] noise = moments(new Process(Change.MEAN, Shape.ABRUPT, false, 0, 1));
    assertThat(noise[0]).isCloseTo(1, within(0.03));
    assertThat(noise[1]).isCloseTo(1, within(0.03));
    // Log-normal rates: 9 e^(0.2²/2), variance that mean and its square times (e^0.04 - 1).
    double[] counts = moments(new Process(Change.RATE, Shape.ABRUPT, false, 0, 1));
    assertThat(counts[0]).isCloseTo(9.182, within(0.1));
    assertThat(counts[1]).isCloseTo(9.182 + 9.182 * 9.182 * 0.04081, within(0.3));
  }

  private static double[] moments(Process process) {
    int n = 50_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double x = process.next();
      sum += x;
      squares += x * x;
    }
    return new double[] {sum / n, squares / n - sum / n * (sum / n)};
  }
}
