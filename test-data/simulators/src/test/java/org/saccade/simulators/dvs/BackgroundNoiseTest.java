package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.saccade.simulators.dvs.Frames.count;
import static org.saccade.simulators.dvs.Frames.perPixel;
import static org.saccade.simulators.dvs.Frames.uniform;

import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class BackgroundNoiseTest {
  private static final int SIDE = 50;

  /** 2,500 pixels · 4 s · 5 Hz · 0.94545 = 47,273. */
  @Test
  void firesShotNoiseOfBothPolaritiesAtItsRateInTheDark() {
    EventBatch out = run(NoiseParameters.shot(5), 0, 1000, 4000, 1);
    assertThat((double) out.size()).isCloseTo(47_273, within(5 * Math.sqrt(47_273)));
    assertThat((double) count(out, 1)).isCloseTo(23_636, within(5 * Math.sqrt(23_636)));
  }

  @Test
  void firesAQuarterOfTheShotNoiseInFullLight() {
    EventBatch out = run(NoiseParameters.shot(5), 255, 1000, 4000, 1);
    assertThat((double) out.size()).isCloseTo(12_500, within(5 * Math.sqrt(12_500)));
  }

  @Test
  void leaksRegularOnEvents() {
    NoiseParameters p = NoiseParameters.NONE.withLeak(10, 0, 0);
    EventBatch out = run(p, 100, 1000, 4000, 1);
    assertThat(count(out, 0)).isZero();
    for (int n : perPixel(out, SIDE, SIDE)) {
      assertThat(n).isBetween(40, 41);
    }
  }

  /** 2,500 pixels · 0.02 = 50 hot ones · 100 Hz · 4 s. */
  @Test
  void firesHotPixelsAloneAndAtTheirRate() {
    BackgroundNoise noise = new BackgroundNoise(SIDE, SIDE, NoiseParameters.hot(0.02, 100), 4);
    EventBatch out = run(noise, 100, 1000, 4000);
    int[] hot = noise.hotPixels();
    assertThat(hot.length).isBetween(15, 85);
    int[] counts = perPixel(out, SIDE, SIDE);
    int onHot = 0;
    for (int pixel : hot) {
      assertThat((double) counts[pixel]).isCloseTo(400, within(5 * 20.0));
      onHot += counts[pixel];
    }
    assertThat(onHot).isEqualTo(out.size());
  }

  @Test
  void doesNotDependOnTheFrameInterval() {
    NoiseParameters p = NoiseParameters.shot(20).withLeak(3, 0.1, 0.1).withHot(0.01, 500);
    EventBatch fine = run(p, 80, 500, 2000, 6);
    assertThat(run(p, 80, 100_000, 10, 6)).isEqualTo(fine);
    assertThat(run(p, 80, 500, 2000, 7)).isNotEqualTo(fine);
  }

  @Test
  void isSilentWithoutParameters() {
    assertThat(run(NoiseParameters.NONE, 0, 1000, 100, 1).size()).isZero();
  }

  @Test
  void refusesParametersOutOfBounds() {
    assertThatThrownBy(() -> NoiseParameters.hot(1.5, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hotFraction=1.5 must be between 0 and 1.0");
    assertThatThrownBy(() -> NoiseParameters.shot(-1)).hasMessageContaining("shotNoiseHz=-1.0");
  }

  private static EventBatch run(
      NoiseParameters p, double luminance, long stepMicros, int steps, long seed) {
    return run(new BackgroundNoise(SIDE, SIDE, p, seed), luminance, stepMicros, steps);
  }

  private static EventBatch run(
      BackgroundNoise noise, double luminance, long stepMicros, int steps) {
    EventBatch out = new EventBatch(1024);
    float[] frame = uniform(SIDE * SIDE, luminance);
    for (int i = 0; i <= steps; i++) {
      noise.step(i * stepMicros, frame, out);
    }
    for (int e = 1; e < out.size(); e++) {
      assertThat(out.t(e)).isGreaterThanOrEqualTo(out.t(e - 1));
    }
    return out;
  }
}
