package org.saccade.operators.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.saccade.operators.htm.HtmDesign;
import org.saccade.operators.htm.HtmParameters;
import org.saccade.operators.probability.SplitMix;

class SeriesDetectorTest {
  private static final HtmDesign DESIGN = new HtmDesign(HtmParameters.SMALL);

  private static SeriesDetector detector() {
    return new SeriesDetector(DESIGN, new SeriesParameters(1, 500, 10_000));
  }

  private static double wave(int i) {
    return 50 + 30 * StrictMath.sin(i * Math.PI / 12) + new SplitMix(i).nextDouble();
  }

  private static void feed(SeriesDetector detector, int n, IntToDoubleFunction values) {
    for (int i = 0; i < n; i++) {
      detector.step(i * 3_600_000_000L, values.applyAsDouble(i));
      assertThat(detector.anomalyScore()).isBetween(0.0, 1.0);
      assertThat(detector.rawScore()).isBetween(0.0, 1.0);
      assertThat(detector.drift()).isBetween(-1, 1);
    }
  }

  @Test
  void aValueBeyondAllSeenIsToldOnce() {
    SeriesDetector detector = detector();
    feed(detector, 2000, SeriesDetectorTest::wave);
    detector.step(0, 200);
    assertThat(detector.anomalyScore()).isEqualTo(1);
    detector.step(0, 300);
    assertThat(detector.anomalyScore()).as("the same anomaly goes on").isEqualTo(0.5);
  }

  @Test
  void whatIsNoNumberLeavesNoTrace() {
    SeriesDetector clean = detector();
    SeriesDetector fouled = detector();
    double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int i = 0; i < 1500; i++) {
      fouled.step(i, bad[i % 3]);
      assertThat(fouled.anomalyScore()).isBetween(0.0, 0.1);
      clean.step(i, wave(i));
      fouled.step(i, wave(i));
      assertThat(fouled.rawScore()).isEqualTo(clean.rawScore());
      assertThat(fouled.anomalyScore()).isEqualTo(clean.anomalyScore());
    }
    assertThat(fouled.unusable()).isEqualTo(1500);
  }

  @Test
  void constantHugeAndBackwardSeriesAreScoredWithoutTrouble() {
    feed(detector(), 2000, i -> 7);
    feed(detector(), 2000, i -> i < 1000 ? 7 : 1e30);
    feed(detector(), 2000, i -> i % 2 == 0 ? Double.MAX_VALUE : -Double.MAX_VALUE);
    SeriesDetector backward = detector();
    for (int i = 0; i < 1000; i++) {
      backward.step(-i * 1_000_000_000_000L, wave(i));
    }
    assertThat(backward.anomalyScore()).isBetween(0.0, 1.0);
  }
}
