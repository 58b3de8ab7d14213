package org.saccade.operators.signal.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.signal.Integers;
import org.saccade.operators.signal.Psg;
import org.saccade.operators.signal.window.BandPower.Band;

/** SciPy 1.17.1 and NumPy on the same thousand integers, 250 Hz, and on a sleep recording. */
class FeaturesTest {
  private static final double[] X = Integers.noise(1000, 500);

  private static double[] values(WindowFunction function, double... x) {
    double[] out = new double[function.values() + 1];
    function.apply(x.clone(), out, 1);
    return Arrays.copyOfRange(out, 1, out.length);
  }

  /** {@code welch(x, 250, nperseg, noverlap)}: values 0, 1, 10, the last, and the sum of all. */
  @ParameterizedTest
  @CsvSource({
    "256, 128, 123.6136428645716, 1417.9299168339194, 983.020694746555, 793.378316571571,"
        + " 343875.1579775243",
    "255, 100, 105.46432549138558, 1416.4888572509462, 407.84295549115484, 1610.252933553344,"
        + " 346077.4174665853",
    "1000, 0, 33.958795902847235, 6469.775312103704, 1502.6012935503359, 84.06958076549888,"
        + " 1323129.6386888418",
    "100, 99, 532.6881206933153, 2625.5255381642255, 2868.4657075659115, 1021.7981717530064,"
        + " 133437.72904033522"
  })
  void spectrumIsThatOfSciPy(
      int segment, int overlap, double p0, double p1, double p10, double last, double sum) {
    double[] p = values(new Welch(new WelchParameters(segment, overlap), 250), X);
    assertThat(p).hasSize(segment / 2 + 1);
    double[] got = {p[0], p[1], p[10], p[p.length - 1], Arrays.stream(p).sum()};
    double[] want = {p0, p1, p10, last, sum};
    for (int i = 0; i < want.length; i++) {
      assertThat(got[i]).isCloseTo(want[i], within(1e-9 * Math.max(1, Math.abs(want[i]) / 1e3)));
    }
  }

  @Test
  void bandsOfASleepRecordingAreThoseOfSciPy() throws IOException {
    double[] recording = Psg.microvolts();
    if (recording == null) {
      return;
    }
    double[] x = Arrays.copyOf(recording, 3000);
    WelchParameters parameters = new WelchParameters(400, 200);
    double[] power =
        values(
            new BandPower(
                parameters,
                100,
                List.of(new Band(1, 4), new Band(4, 8), new Band(8, 13), new Band(13, 30))),
            x);
    double[] want = {347.4801994394241, 101.07169244548699, 9.775242203773113, 10.40620836825477};
    for (int b = 0; b < want.length; b++) {
      assertThat(power[b]).isCloseTo(want[b], within(1e-9));
    }
    assertThat(values(new Welch(parameters, 100), x)[40])
        .isCloseTo(2.0820898115152167, within(1e-9));
  }

  /** {@code var(x)}, {@code sqrt(var(diff(x)) / var(x))} and so on, NumPy. */
  @Test
  void hjorthParametersAreThoseOfTheirEquations() {
    double[] h = values(new Hjorth(), Arrays.copyOfRange(X, 100, 356));
    assertThat(h[0]).isCloseTo(348045.0068206787, within(1e-6));
    assertThat(h[1]).isCloseTo(1.4589627032851162, within(1e-12));
    assertThat(h[2]).isCloseTo(1.2193686465383988, within(1e-12));
    assertThat(values(new Hjorth(), 7, 7, 7, 7)).containsExactly(0, 0, 0);
    assertThat(values(new Hjorth(), 7)).containsExactly(0, 0, 0);
  }

  @Test
  void saysThatABandIsNarrowerThanTheSpectrumCanTell() {
    assertThatThrownBy(
            () -> new BandPower(WelchParameters.ofSegment(100), 250, List.of(new Band(3, 4))))
        .hasMessageContaining("they are 2.5 Hz apart, up to 125.0 Hz; use a longer segment");
    assertThatThrownBy(() -> new WelchParameters(100, 100))
        .hasMessage("overlap=100 must be 0 to below the segment's 100");
  }
}
