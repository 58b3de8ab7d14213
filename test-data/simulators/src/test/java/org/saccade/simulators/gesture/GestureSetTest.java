package org.saccade.simulators.gesture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.schemas.batch.EventBatch;

class GestureSetTest {
  private static GestureSet only(int subjects, double seconds, Gesture... gestures) {
    return GestureSet.of(subjects, seconds, 1).withGestures(List.of(gestures));
  }

  /** FNV-1a of all columns. */
  private static long digest(EventBatch events) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < events.size(); i++) {
      long[] words = {events.t(i), events.x(i), events.y(i), events.p(i)};
      for (long word : words) {
        h = (h ^ word) * 0x100000001B3L;
      }
    }
    return h;
  }

  /** Signed area that a point sweeps around a centre; positive is clockwise where y is down. */
  private static double swept(double[][] points, double[] centre) {
    double area = 0;
    for (int k = 1; k < points.length; k++) {
      double ax = points[k - 1][0] - centre[0];
      double ay = points[k - 1][1] - centre[1];
      area += (ax * (points[k][1] - centre[1]) - ay * (points[k][0] - centre[0])) / 2;
    }
    return area;
  }

  private static double[] mean(double[][] points) {
    double[] mean = new double[2];
    for (double[] p : points) {
      mean[0] += p[0] / points.length;
      mean[1] += p[1] / points.length;
    }
    return mean;
  }

  @ParameterizedTest
  @CsvSource({
    "RIGHT_ARM_CLOCKWISE, -1, 1",
    "RIGHT_ARM_COUNTER_CLOCKWISE, -1, -1",
    "LEFT_ARM_CLOCKWISE, 1, 1",
    "LEFT_ARM_COUNTER_CLOCKWISE, 1, -1",
  })
  void theArmTurnsAsItsNameSaysInTheImageAndInTheEvents(Gesture gesture, int side, int sense) {
    for (Trial trial : only(2, 2, gesture).all()) {
      Performance.Span label = trial.labels().get(0);
      long origin = trial.simulation().originMicros();
      double[][] hand =
          IntStream.range(0, 100)
              .mapToObj(k -> trial.scene().handAt(side, label.fromMicros() - origin + k * 20_000L))
              .toArray(double[][]::new);
      double size = trial.subject().armLength() * 128;
      // At least two thirds of a turn, of half an arm's length or so.
      assertThat(sense * swept(hand, mean(hand))).isGreaterThan(2.0 / 3 * 0.3 * size * size);
      double still = trial.scene().handAt(-side, label.fromMicros() - origin + 500_000)[0];
      double later = trial.scene().handAt(-side, label.fromMicros() - origin + 900_000)[0];
      assertThat(later).isCloseTo(still, within(1.5));

      double[][] centroids = centroids(trial.simulation().run(), label);
      assertThat(sense * swept(centroids, mean(centroids))).isGreaterThan(size * size / 100);
    }
  }

  /** Mean place of the events of each 100 ms. */
  private static double[][] centroids(EventBatch events, Performance.Span label) {
    int bins = (int) ((label.toMicros() - label.fromMicros()) / 100_000);
    double[][] sums = new double[bins][3];
    for (int i = 0; i < events.size(); i++) {
      long t = events.t(i) - label.fromMicros();
      if (t >= 0 && t < bins * 100_000L) {
        double[] sum = sums[(int) (t / 100_000)];
        sum[0] += events.x(i);
        sum[1] += events.y(i);
        sum[2]++;
      }
    }
    for (double[] sum : sums) {
      assertThat(sum[2]).isGreaterThan(100);
      sum[0] /= sum[2];
      sum[1] /= sum[2];
    }
    return sums;
  }

  @Test
  void theRightArmIsAtTheLeftOfTheImage() {
    Trial trial = only(1, 1, Gesture.RIGHT_HAND_WAVE).trial(0);
    assertThat(trial.scene().handAt(-1, 1_000_000)[0])
        .isLessThan(trial.scene().shoulderAt(1, 1_000_000)[0] - 10);
    EventBatch events = trial.simulation().run();
    Performance.Span label = trial.labels().get(0);
    double middle = 128 * trial.subject().centreX();
    int left = 0;
    int all = 0;
    for (int i = 0; i < events.size(); i++) {
      if (events.t(i) >= label.fromMicros() && events.t(i) < label.toMicros()) {
        left += events.x(i) < middle ? 1 : 0;
        all++;
      }
    }
    assertThat(left).isGreaterThan(all * 2 / 3);
  }

  @Test
  void theSameSeedGivesTheSameEventsOnEveryMachine() {
    GestureSet set = only(1, 0.25, Gesture.HAND_CLAPPING, Gesture.OTHER_GESTURES);
    EventBatch events = set.trial(0).simulation().run();
    assertThat(set.trial(0).simulation().run()).isEqualTo(events);
    // Of this code; another figure means that every simulated set has changed.
    assertThat(Long.toHexString(digest(events))).isEqualTo("f9a63bbb073d7de1");
  }

  @Test
  void subjectsTrialsAndSeedsDiffer() {
    GestureSet set = only(2, 0.2, Gesture.AIR_DRUMS).withTrials(2);
    List<EventBatch> runs = set.all().stream().map(t -> t.simulation().run()).toList();
    assertThat(runs.stream().map(GestureSetTest::digest).distinct()).hasSize(4);
    assertThat(set.all().stream().map(Trial::name))
        .containsExactly("user01_led", "user01_natural", "user02_natural", "user02_lab");
    GestureSet other =
        GestureSet.of(2, 0.2, 2).withGestures(List.of(Gesture.AIR_DRUMS)).withTrials(2);
    assertThat(digest(other.trial(0).simulation().run())).isNotEqualTo(digest(runs.get(0)));
    assertThat(other.trial(0).subject().armLength())
        .isNotEqualTo(set.trial(0).subject().armLength());
  }

  @Test
  void aSmallerSetIsTheBeginOfALargerOne() {
    Trial small = only(2, 0.2, Gesture.ARM_ROLL).trial(1);
    Trial large = only(9, 0.2, Gesture.ARM_ROLL).trial(1);
    assertThat(large.simulation().run()).isEqualTo(small.simulation().run());
  }

  @Test
  void everyGestureGivesEventsWithinBounds() {
    for (Trial trial : GestureSet.of(1, 0.5, 1).all()) {
      EventBatch events = trial.simulation().run();
      assertThat(trial.labels()).hasSize(11);
      int i = 0;
      for (Performance.Span label : trial.labels()) {
        int count = 0;
        for (; i < events.size() && events.t(i) < label.toMicros(); i++) {
          assertThat(events.x(i)).isBetween(0, 127);
          assertThat(events.y(i)).isBetween(0, 127);
          assertThat(events.t(i)).isGreaterThanOrEqualTo(i == 0 ? 0 : events.t(i - 1));
          count += events.t(i) >= label.fromMicros() ? 1 : 0;
        }
        assertThat(count).as(label.toString()).isBetween(500, 30_000);
      }
    }
  }

  @Test
  void aFasterHandSweepsMoreAndALargerSensorSeesItLarger() {
    GestureSet set = only(1, 1, Gesture.LEFT_HAND_WAVE).withNoise(0);
    int usual = set.trial(0).simulation().run().size();
    assertThat(set.withSpeed(2).trial(0).simulation().run().size()).isGreaterThan(usual * 5 / 4);
    int large = set.withSize(256, 256).trial(0).simulation().run().size();
    assertThat(large).isGreaterThan(2 * usual);
    double[] hand = set.trial(0).scene().handAt(1, 1_000_000);
    double[] larger = set.withSize(256, 256).trial(0).scene().handAt(1, 1_000_000);
    assertThat(larger[0]).isCloseTo(2 * hand[0], within(1e-9));
  }

  @Test
  void aboutTheLastFifthOfTheSubjectsIsToTestOn() {
    GestureSet real = GestureSet.of(29, 1, 1);
    assertThat(IntStream.rangeClosed(1, 29).filter(real::isToTestOn).boxed())
        .containsExactly(24, 25, 26, 27, 28, 29);
    assertThat(IntStream.rangeClosed(1, 24).filter(GestureSet.of(24, 1, 1)::isToTestOn).count())
        .isEqualTo(5);
    assertThat(GestureSet.of(2, 1, 1).isToTestOn(2)).isTrue();
    assertThat(GestureSet.of(1, 1, 1).isToTestOn(1)).isFalse();
  }

  @Test
  void argumentsOutOfBoundsAreNamed() {
    assertThatThrownBy(() -> GestureSet.of(0, 1, 1)).hasMessageContaining("subjects=0");
    assertThatThrownBy(() -> GestureSet.of(1, 1, 1).withTrials(6)).hasMessageContaining("trials=6");
    assertThatThrownBy(() -> GestureSet.of(1, 1, 1).withSpeed(0)).hasMessageContaining("speed=0");
    assertThatThrownBy(() -> GestureSet.of(1, 1, 1).withSize(8, 99).trial(0))
        .hasMessageContaining("frame 8x99");
  }
}
