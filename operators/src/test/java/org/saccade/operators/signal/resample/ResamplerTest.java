package org.saccade.operators.signal.resample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.signal.Integers;
import org.saccade.schemas.batch.SampleBatch;

class ResamplerTest {
  private final List<Double> got = new ArrayList<>();
  private final List<Long> numbers = new ArrayList<>();

  private Resampler resampler(int up, int down) {
    return new Resampler(
        new ResampleParameters(up, down),
        1,
        (number, values) -> {
          numbers.add(number);
          got.add(values[0]);
        });
  }

  private static SampleBatch samples(double... values) {
    SampleBatch batch = new SampleBatch();
    batch.shape(1, values.length);
    System.arraycopy(values, 0, batch.channel(0), 0, values.length);
    return batch;
  }

  /** SciPy 1.17.1, {@code resample_poly(x, up, down)}: first two, middle, last, sum of squares. */
  @ParameterizedTest
  @CsvSource({
    "1, 4, 250, 295.81890224705256, 761.6386635894705, 1057.0684423156445, 311.1679556637343,"
        + " 80007523.55023152",
    "3, 2, 1500, 330.2000372727466, 1368.8623628127898, 783.4746338926076, 1.7536539060197072,"
        + " 836742203.704886",
    "160, 147, 1089, 330.22278793809227, 1339.544905175993, 851.6370584710027,"
        + " -27.373046702007564, 607218787.9711225",
    "2, 5, 400, 451.8317765222698, 459.24431876286894, 881.5955745280098, -124.33587512521918,"
        + " 146456837.87050834",
    "7, 1, 7000, 330.2186597557187, 591.1554311828922, 783.5188199658413, -15.649943223226604,"
        + " 3905094198.5930023"
  })
  void isThePolyphaseFilterOfSciPy(
      int up, int down, int n, double y0, double y1, double middle, double last, double squares) {
    Resampler resampler = resampler(up, down);
    resampler.process(samples(Integers.noise(1000, 500)));
    resampler.end();
    assertThat(got).hasSize(n);
    assertThat(numbers.get(n - 1)).isEqualTo(n - 1);
    assertThat(got.get(0)).isCloseTo(y0, within(1e-9));
    assertThat(got.get(1)).isCloseTo(y1, within(1e-9));
    assertThat(got.get(n / 2)).isCloseTo(middle, within(1e-9));
    assertThat(got.get(n - 1)).isCloseTo(last, within(1e-9));
    assertThat(got.stream().mapToDouble(v -> v * v).sum())
        .isCloseTo(squares, within(1e-12 * squares));
  }

  @Test
  void aRatioIsReduced() {
    assertThat(new ResampleParameters(256, 512)).isEqualTo(new ResampleParameters(1, 2));
  }

  @Test
  void numbersGoOnOverAGap() {
    Resampler resampler = resampler(1, 2);
    resampler.process(samples(new double[100]));
    resampler.gap(1_000_000_000_000L);
    resampler.process(samples(new double[100]));
    resampler.end();
    assertThat(numbers).doesNotHaveDuplicates().isSorted();
    // Half a filter, twenty samples, is lost on either side.
    assertThat(numbers.get(39)).isEqualTo(39);
    assertThat(numbers.get(40)).isEqualTo(500_000_000_060L);
    assertThat(numbers).hasSize(80);
  }
}
