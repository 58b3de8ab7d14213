package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.saccade.simulators.dvs.Frames.constantLight;
import static org.saccade.simulators.dvs.Frames.count;
import static org.saccade.simulators.dvs.Frames.exact;
import static org.saccade.simulators.dvs.Frames.perPixel;
import static org.saccade.simulators.dvs.Frames.uniform;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

/** Mismatch, leak and shot noise, against their own statistics. */
class PixelNoiseTest {
  private static final int SIDE = 200;

  @Test
  void drawsThresholdsWithTheirMeanAndDeviation() {
    PixelState state = firstFrame(PixelParameters.defaults());
    for (double[] thresholds : new double[][] {state.thresholdOn, state.thresholdOff}) {
      assertThat(mean(thresholds)).isCloseTo(0.2, within(5 * 0.03 / SIDE));
      assertThat(deviation(thresholds)).isCloseTo(0.03, within(0.0006));
    }
  }

  @Test
  void drawsOnAndOffThresholdsIndependently() {
    PixelState state = firstFrame(PixelParameters.defaults());
    double sum = 0;
    for (int i = 0; i < SIDE * SIDE; i++) {
      sum += (state.thresholdOn[i] - 0.2) * (state.thresholdOff[i] - 0.2);
    }
    assertThat(sum / (SIDE * SIDE) / (0.03 * 0.03)).isCloseTo(0, within(5.0 / SIDE));
  }

  @Test
  void keepsThresholdsAtTheLeastOrAbove() {
    PixelState state = firstFrame(PixelParameters.clean().withThresholds(0.2, 0.2, 0.5));
    assertThat(Arrays.stream(state.thresholdOn).min()).hasValue(0.01);
    assertThat(Arrays.stream(state.thresholdOff).min()).hasValue(0.01);
  }

  @Test
  void leaksOnEventsAtTheRate() {
    PixelModel model = new PixelModel(20, 20, exact().withLeak(10, 0, 0), 5);
    EventBatch out = constantLight(model, 100, 1000, 10_000);
    assertThat(count(out, 0)).isZero();
    for (int n : perPixel(out, 20, 20)) {
      assertThat(n).isBetween(99, 101);
    }
  }

  /** Of 400 pixels with a random phase about half fire in the first half of the first period. */
  @Test
  void leaksFromARandomPhase() {
    PixelModel model = new PixelModel(20, 20, exact().withLeak(10, 0, 0), 5);
    assertThat(constantLight(model, 100, 1000, 50).size()).isBetween(150, 250);
  }

  @Test
  void leaksAtTheSameMeanRateWithJitter() {
    PixelModel model = new PixelModel(20, 20, exact().withLeak(10, 0.1, 0), 5);
    EventBatch out = constantLight(model, 100, 10_000, 1000);
    assertThat(out.size() / 400.0).isCloseTo(100, within(0.5));
  }

  @Test
  void spreadsLeakRatesOverDecades() {
    PixelState state = firstFrame(exact().withLeak(2, 0, 0.1));
    double[] decades =
        Arrays.stream(state.leak).map(leak -> Math.log10(leak / (2 * 0.2))).toArray();
    assertThat(mean(decades)).isCloseTo(0, within(5 * 0.1 / SIDE));
    assertThat(deviation(decades)).isCloseTo(0.1, within(0.002));
  }

  /** A dark pixel keeps 1 − 0.75·20/275 of 5 Hz: 2,500 pixels · 4 s · 4.7273 Hz = 47,273. */
  @Test
  void firesShotNoiseInTheDarkAtItsRate() {
    EventBatch out = shotNoise(0);
    assertThat((double) out.size()).isCloseTo(47_273, within(5 * Math.sqrt(47_273)));
    assertThat((double) count(out, 1)).isCloseTo(23_636, within(5 * Math.sqrt(23_636)));
  }

  @Test
  void firesAQuarterOfTheShotNoiseInFullLight() {
    EventBatch out = shotNoise(255);
    assertThat((double) out.size()).isCloseTo(12_500, within(5 * Math.sqrt(12_500)));
  }

  private static EventBatch shotNoise(double luminance) {
    PixelModel model = new PixelModel(50, 50, exact().withShotNoise(5), 9);
    return constantLight(model, luminance, 1000, 4000);
  }

  @Test
  void firesMoreShotNoiseAtPixelsOfALowThreshold() {
    PixelParameters p = exact().withThresholds(0.2, 0.2, 0.05).withShotNoise(20);
    PixelModel model = new PixelModel(60, 60, p, 9);
    EventBatch out = constantLight(model, 0, 1000, 2000);
    double expected = 0;
    for (int i = 0; i < 3600; i++) {
      expected += 0.2 / model.state().thresholdOn[i] + 0.2 / model.state().thresholdOff[i];
    }
    double darkRate = 20 * (1 - 0.75 * 20 / 275);
    expected *= darkRate / 2 * 2;
    assertThat((double) out.size()).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    assertThat(expected).isGreaterThan(1.03 * 3600 * 2 * darkRate);
  }

  private static PixelState firstFrame(PixelParameters p) {
    PixelModel model = new PixelModel(SIDE, SIDE, p, 11);
    model.step(0, uniform(SIDE * SIDE, 100), new EventBatch(1));
    return model.state();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double deviation(double[] values) {
    double mean = mean(values);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }
}
