package org.saccade.benchmarks.vision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.simulators.scene.MovingBars;

/** The figures of {@code ./saccade bench vision} stay what they are, on shorter scenes. */
class VisionTest {
  @Test
  void flowOnBarsHasTheirDirectionAndSpeed() {
    MovingBars bars = Scenes.bars(0.5, 30, 100);
    FlowAccuracy.Result r =
        Vision.flowAt(Scenes.simulation(bars, 600_000, 1_000), Scenes.nearby(bars));
    assertThat(r.vectors()).isGreaterThan(0.4);
    assertThat(r.angleMedian()).isLessThan(1);
    assertThat(r.speedMedian()).isLessThan(0.03);
    assertThat(r.speed90()).isLessThan(0.1);
  }

  @Test
  void flowOfTheNewestEdgeIsNotDisturbedByTheOneBefore() {
    MovingBars bars = Scenes.bars(0.5, 162, 1_000);
    FlowAccuracy.Result r =
        Vision.flowAt(Scenes.simulation(bars, 150_000, 200), Scenes.nearby(bars));
    assertThat(r.angleMedian()).isLessThan(3);
    assertThat(r.speedRatio()).isBetween(0.9, 1.1);
  }

  @Test
  void mostCornerEventsAreAtCornersAndNearlyEveryCornerIsFound() {
    CornerAccuracy.Result r = Vision.cornersAt(0.5, 600_000, CornerParameters.DEFAULTS);
    assertThat(r.precision()).isGreaterThan(0.85);
    assertThat(r.chance()).isLessThan(0.3);
    assertThat(r.recall()).isGreaterThan(0.95);
  }

  @Test
  void theBoxKeepsItsNumberAsItBounces() {
    TrackAccuracy.Result r = Vision.boxTracks(0.5, 2_500_000);
    assertThat(r.tracks()).isEqualTo(1);
    assertThat(r.switches()).isZero();
    assertThat(r.covered()).isGreaterThan(0.95);
    assertThat(r.positionError()).isLessThan(2);
  }
}
