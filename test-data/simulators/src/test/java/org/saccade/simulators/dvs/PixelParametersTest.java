package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PixelParametersTest {

  /** The values that v2e publishes for its command line and its two named models. */
  @Test
  void hasThePublishedPresets() {
    EventTimes stepped = EventTimes.STEPPED;
    assertThat(PixelParameters.defaults())
        .isEqualTo(new PixelParameters(0.2, 0.2, 0.03, 300, 0.01, 0.1, 0.1, 0.001, 500, stepped));
    assertThat(PixelParameters.clean())
        .isEqualTo(new PixelParameters(0.2, 0.2, 0.02, 0, 0, 0, 0, 0, 0, stepped));
    assertThat(PixelParameters.noisy())
        .isEqualTo(new PixelParameters(0.2, 0.2, 0.05, 30, 0.1, 0.1, 0.1, 5, 0, stepped));
  }

  @Test
  void changesOneThingAtATime() {
    PixelParameters p =
        PixelParameters.clean()
            .withThresholds(0.1, 0.3, 0.04)
            .withCutoff(5)
            .withLeak(6, 0.7, 0.8)
            .withShotNoise(9)
            .withRefractory(10)
            .withTimes(EventTimes.INTERPOLATED);
    assertThat(p)
        .isEqualTo(
            new PixelParameters(0.1, 0.3, 0.04, 5, 6, 0.7, 0.8, 9, 10, EventTimes.INTERPOLATED));
  }

  @Test
  void saysTheValueAndTheBound() {
    PixelParameters p = PixelParameters.clean();
    assertThatThrownBy(() -> p.withThresholds(0.001, 0.2, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("thresholdOn=0.001 must be between 0.01 and 10.0");
    assertThatThrownBy(() -> p.withThresholds(0.2, Double.NaN, 0))
        .hasMessage("thresholdOff=NaN must be between 0.01 and 10.0");
    assertThatThrownBy(() -> p.withRefractory(-1)).hasMessageContaining("refractoryMicros=-1.0");
    assertThatThrownBy(() -> p.withTimes(null)).hasMessageContaining("times=null");
  }
}
