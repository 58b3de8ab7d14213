package org.saccade.training.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;
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

  @Test
  void theErrorIsOfClipsThatTheTemperatureWasNotFittedTo() {
    // Clips 0 to 39: those of one half are right three times of four, those of the other always.
    int[] clips = new int[160];
    int[] labels = new int[160];
    float[][] scores = new float[160][];
    int one = 0;
    for (int i = 0; i < 160; i++) {
      clips[i] = i / 4;
      scores[i] = new float[] {0.5f, 0.2f};
      boolean ofOne = (SplitMix.hash(clips[i]) & 1) == 0;
      labels[i] = ofOne && i % 4 == 3 ? 1 : 0;
      one += ofOne ? 1 : 0;
    }
    // One is given the others' certainty of 1, the others the 3/4 of the one: each is 1/4 off.
    assertThat(one).isBetween(1, 159);
    assertThat(CalibrationError.crossed(new Scoring.Result(scores, labels, clips)))
        .isCloseTo(0.25, within(1e-3));
  }

  @Test
  void oneClipAloneCannotBeHalved() {
    assertThat(
            CalibrationError.crossed(
                new Scoring.Result(new float[][] {{1, 0}}, new int[1], new int[1])))
        .isNaN();
  }
}
