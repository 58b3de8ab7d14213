package org.saccade.simulators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.dvs.EventTimes;
import org.saccade.simulators.dvs.LabelledEvents;
import org.saccade.simulators.dvs.NoiseParameters;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.scene.FlickeringLamp;
import org.saccade.simulators.scene.MovingBars;
import org.saccade.simulators.scene.Shades;
import org.saccade.simulators.scene.StillScene;

class EventSimulationTest {
  private static final PixelParameters EXACT =
      PixelParameters.clean().withThresholds(0.2, 0.2, 0).withTimes(EventTimes.INTERPOLATED);
  private static final NoiseParameters NOISE = NoiseParameters.shot(5).withHot(0.01, 50);

  /**
   * A leading edge at x0 + v·t fires column x when it covers the share c of it where 50 + 100·c =
   * 50·e^0.2: c = 0.1107, so at t = (x + c − x0)/v, within a frame.
   */
  @ParameterizedTest
  @ValueSource(ints = {20, 50, 160})
  void anEdgeArrivesAtEachColumnWhenArithmeticSays(int speed) {
    long frameMicros = 500;
    double x0 = 10;
    double share = 0.5 * (Math.exp(0.2) - 1);
    MovingBars bars = new MovingBars(64, 2, new Shades(50, 150), 1000, x0, 0, speed);
    EventBatch events = EventSimulation.of(bars, EXACT, 300_000, 1).withFrames(frameMicros).run();
    long[] first = new long[64];
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.p(i) == 1) {
        first[events.x(i)] = events.t(i);
      }
    }
    int last = (int) (x0 + speed * 0.3) - 1;
    for (int x = (int) x0; x <= last; x++) {
      double expected = (x + share - x0) / speed * 1e6;
      assertThat((double) first[x]).as("column %d", x).isCloseTo(expected, within(500.0));
    }
    assertThat(first[last + 3]).isZero();
  }

  /** ⌊0.7/0.2⌋ = 3 ON and 3 OFF events a pixel and period. */
  @Test
  void aFlickeringLampFiresItsThresholdsEachPeriod() {
    FlickeringLamp lamp = new FlickeringLamp(40, 40, 60, 20, 20, 6, 10, 0.7);
    EventBatch events = EventSimulation.of(lamp, EXACT, 1_000_000, 1).run();
    assertThat(events.size()).isEqualTo(lamp.area() * 10 * 6);
  }

  @Test
  void givesTheSameEventsInOneBatchAndInMany() {
    EventSimulation simulation = bars().withNoise(NOISE);
    EventBatch joined = new EventBatch(1);
    List<Integer> sizes = new ArrayList<>();
    simulation.run(
        batch -> {
          sizes.add(batch.size());
          joined.append(batch, 0, batch.size());
        });
    assertThat(joined).isEqualTo(simulation.run());
    assertThat(sizes).hasSizeGreaterThan(100).doesNotContain(0);
  }

  @Test
  void movesAllTimesByTheOrigin() {
    EventSimulation simulation = bars().withNoise(NOISE);
    EventBatch now = simulation.run();
    long tenYears = 315_576_000_000_000L;
    for (int i = 0; i < now.size(); i++) {
      now.t()[i] += tenYears;
    }
    assertThat(simulation.withOrigin(tenYears).run()).isEqualTo(now);
  }

  @Test
  void endsAtTheDurationWhereFramesDoNotDivideIt() {
    StillScene scene = new StillScene(8, 8, 100);
    PixelParameters leaking = EXACT.withLeak(2000, 0, 0);
    EventBatch events = EventSimulation.of(scene, leaking, 100_500, 1).run();
    assertThat(events.t(events.size() - 1)).isBetween(100_001L, 100_500L);
    assertThat(events.size()).isBetween(64 * 200, 64 * 202);
  }

  @Test
  void givesOtherEventsForAnotherSeed() {
    EventSimulation simulation = bars().withNoise(NOISE);
    assertThat(simulation.withSeed(2).run()).isNotEqualTo(simulation.run());
  }

  @Test
  void labelsExactlyTheEventsOfThePixelsAsSignal() {
    EventBatch clean = bars().run();
    LabelledEvents labelled = bars().withNoise(NOISE).runLabelled();
    EventBatch signal = new EventBatch(1);
    for (int i = 0; i < labelled.size(); i++) {
      if (labelled.signal()[i]) {
        signal.append(labelled.events(), i, i + 1);
      }
    }
    assertThat(signal).isEqualTo(clean);
    assertThat(labelled.noiseCount()).isGreaterThan(100);
    assertThat(labelled.events()).isEqualTo(bars().withNoise(NOISE).run());
  }

  @Test
  void labelsAllEventsOfAStillSceneAsNoise() {
    LabelledEvents labelled =
        EventSimulation.of(new StillScene(16, 16, 90), EXACT, 1_000_000, 1)
            .withNoise(NOISE)
            .runLabelled();
    assertThat(labelled.signalCount()).isZero();
    assertThat(labelled.noiseCount()).isGreaterThan(500);
  }

  @Test
  void refusesToLabelNoiseThatThePixelsMake() {
    EventSimulation simulation =
        EventSimulation.of(new StillScene(4, 4, 90), PixelParameters.noisy(), 1000, 1);
    assertThatThrownBy(simulation::runLabelled)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("leakHz=0.1 and shotNoiseHz=5.0 of the pixels must be 0");
  }

  @Test
  void refusesTimesOutOfBounds() {
    assertThatThrownBy(() -> bars().withOrigin(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("originMicros=-1 must be between 0 and");
    assertThatThrownBy(() -> bars().withFrames(0)).hasMessageStartingWith("frameMicros=0");
  }

  private static EventSimulation bars() {
    MovingBars bars = new MovingBars(32, 24, new Shades(50, 150), 12, 5, 0.4, 90);
    PixelParameters pixels = EXACT.withThresholds(0.2, 0.2, 0.03).withRefractory(300);
    return EventSimulation.of(bars, pixels, 500_000, 1);
  }
}
