package org.saccade.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.saccade.operators.spikepoint.Confidence;

class TemperatureTest {
  @Test
  void saysWhatPartOfTheAnswersIsRight() {
    // Two classes, a lead of 0.3, right three times of four: softmax is 3/4 at 0.3 / ln 3.
    float[][] scores = {{0.5f, 0.2f}, {0.5f, 0.2f}, {0.5f, 0.2f}, {0.5f, 0.2f}};
    int[] labels = {0, 0, 0, 1};
    Confidence confidence = Temperature.fit(scores, labels);
    assertThat(confidence.temperature()).isCloseTo(0.3 / Math.log(3), within(1e-4));
    assertThat(confidence.of(new double[] {0.5, 0.2})).isCloseTo(0.75, within(1e-4));
    assertThat(CalibrationError.of(confidence, scores, labels)).isCloseTo(0, within(1e-4));
    assertThat(CalibrationError.of(new Confidence(1e-3), scores, labels))
        .isCloseTo(0.25, within(1e-9));
  }
}
