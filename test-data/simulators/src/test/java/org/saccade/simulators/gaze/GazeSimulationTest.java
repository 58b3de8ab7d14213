package org.saccade.simulators.gaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

class GazeSimulationTest {
  private static final double SECONDS = 1200;
  private static final SimulatedGaze GAZE = GazeSimulation.of(SECONDS, 1).run();

  private static double quantile(double q) {
    double[] amplitudes =
        GAZE.microsaccades().stream().mapToDouble(TrueMicrosaccade::amplitude).sorted().toArray();
    return amplitudes[(int) (q * amplitudes.length)];
  }

  @Test
  void makesAsManyMicrosaccadesAsAskedWhileTheEyesAreOpen() {
    // Blinks and their margins take some; the standard error of the count is 3 %.
    assertThat(GAZE.microsaccades().size() / GAZE.seenSeconds()).isCloseTo(1.6, within(0.1));
  }

  @Test
  void amplitudesAreThoseOfPublishedTrials() {
    assertThat(quantile(0.5)).isCloseTo(0.175, within(0.012));
    assertThat(quantile(0.05)).isCloseTo(0.053, within(0.008));
    assertThat(quantile(0.95)).isCloseTo(0.604, within(0.08));
  }

  @Test
  void peaksLieOnTheMainSequence() {
    for (TrueMicrosaccade m : GAZE.microsaccades()) {
      assertThat(m.peakVelocity()).isCloseTo(64.5 * Math.pow(m.amplitude(), 0.64), within(1e-9));
    }
    // 15/8 · 0.175 / (64.5 · 0.175^0.64)
    assertThat(TrueMicrosaccade.of(0, 0.175, 0).duration()).isCloseTo(0.015522, within(1e-5));
  }

  @Test
  void thePathOfLeastJerkReachesItsPeakHalfWay() {
    TrueMicrosaccade m = TrueMicrosaccade.of(1, 0.3, 0);
    double h = 1e-6;
    double middle = m.onset() + m.duration() / 2;
    double slope = m.amplitude() * (m.progress(middle + h) - m.progress(middle - h)) / (2 * h);

    assertThat(slope).isCloseTo(m.peakVelocity(), within(1e-3));
    assertThat(m.progress(m.onset())).isZero();
    assertThat(m.progress(middle)).isCloseTo(0.5, within(1e-12));
    assertThat(m.progress(m.landing() + 1)).isCloseTo(1, within(1e-12));
  }

  @Test
  void theEyesAreMissingInBlinksAndNowhereElse() {
    assertThat(GAZE.blinks()).hasSizeBetween(150, 300);
    int blink = 0;
    for (int i = 0; i < GAZE.size(); i++) {
      double t = i / GAZE.rate();
      List<Blink> blinks = GAZE.blinks();
      while (blink < blinks.size() && t >= blinks.get(blink).to()) {
        blink++;
      }
      boolean closed = blink < blinks.size() && t >= blinks.get(blink).from();
      assertThat(Double.isNaN(GAZE.xLeft()[i])).isEqualTo(closed);
      assertThat(Double.isNaN(GAZE.yRight()[i])).isEqualTo(closed);
    }
  }

  @Test
  void noMicrosaccadeMeetsABlinkOrAnother() {
    double landing = -1;
    for (TrueMicrosaccade m : GAZE.microsaccades()) {
      assertThat(m.onset()).isGreaterThanOrEqualTo(landing + GazeSimulation.MIN_INTERVAL);
      assertThat(GAZE.blinks()).noneMatch(b -> m.landing() > b.from() && m.onset() < b.to());
      landing = m.landing();
    }
  }

  @Test
  void theGazeStaysAboutThePoint() {
    double[] x = Arrays.stream(GAZE.xLeft()).filter(v -> !Double.isNaN(v)).toArray();
    double square = Arrays.stream(x).map(v -> v * v).sum() / x.length;

    assertThat(Math.sqrt(square)).isBetween(0.1, 0.7);
    assertThat(Arrays.stream(x).map(Math::abs).max().orElseThrow()).isLessThan(3);
  }

  @Test
  void withoutMicrosaccadesAndTremorTheDriftIsARandomWalk() {
    GazeParameters still = new GazeParameters(0.004, 0, 0, 0.175, 0.74, 0, 1e-6);
    SimulatedGaze drift = new GazeSimulation(still, 500, 600, 3).run();
    double square = 0;
    int lag = 50;
    for (int i = lag; i < drift.size(); i++) {
      double d = drift.xLeft()[i] - drift.xLeft()[i - lag];
      square += d * d;
    }
    // 2 · 0.004 deg²/s · 0.1 s
    assertThat(square / (drift.size() - lag)).isCloseTo(8e-4, within(1e-4));
    assertThat(drift.microsaccades()).isEmpty();
    assertThat(drift.xLeft()).isEqualTo(drift.xRight());
  }

  @Test
  void withoutTheRestTheTremorHasItsDeviation() {
    GazeParameters tremor = new GazeParameters(0, 0.003, 0, 0.175, 0.74, 0, 1e-6);
    double[] x = new GazeSimulation(tremor, 500, 200, 4).run().xLeft();

    assertThat(Math.sqrt(Arrays.stream(x).map(v -> v * v).sum() / x.length))
        .isCloseTo(0.003, within(1e-4));
  }

  /** The bits that every machine must give; a change here changes the recording that ships. */
  @Test
  void givesTheSameBitsOnEveryMachine() {
    SimulatedGaze gaze = GazeSimulation.of(6, 11).run();
    CRC32 crc = new CRC32();
    for (double[] component :
        new double[][] {gaze.xLeft(), gaze.yLeft(), gaze.xRight(), gaze.yRight()}) {
      for (double v : component) {
        long word = Double.doubleToLongBits(v);
        for (int b = 0; b < 64; b += 8) {
          crc.update((int) (word >>> b) & 0xFF);
        }
      }
    }
    assertThat(String.format("%08x", crc.getValue())).isEqualTo("12e39b40");
    assertThat(GazeSimulation.of(6, 12).run().xLeft()).isNotEqualTo(gaze.xLeft());
  }

  @Test
  void saysWhichValueIsOutOfWhichBounds() {
    assertThatThrownBy(() -> new GazeSimulation(GazeParameters.DEFAULTS, 100, 1, 1))
        .hasMessage("rate=100.0 must be between 200 and 5000 Hz");
    assertThatThrownBy(() -> GazeSimulation.of(0, 1)).hasMessageContaining("seconds=0.0");
    assertThatThrownBy(() -> GazeParameters.DEFAULTS.withBlinkRate(-1))
        .hasMessage("blinkRate=-1.0 must be between 0.0 and 1.0");
  }
}
