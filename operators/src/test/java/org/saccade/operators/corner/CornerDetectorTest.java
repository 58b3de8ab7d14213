package org.saccade.operators.corner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.saccade.operators.stage.RandomEvents;
import org.saccade.operators.stage.SideEvents;
import org.saccade.operators.stage.StageRun;
import org.saccade.schemas.batch.EventBatch;

class CornerDetectorTest {
  private static final int SIDE = 40;

  private static EventBatch corners(EventBatch events) {
    return corners(CornerParameters.DEFAULTS, events);
  }

  private static EventBatch corners(CornerParameters parameters, EventBatch events) {
    return StageRun.whole(parameters, SIDE, SIDE, events, Object::toString).kept();
  }

  /** A rectangle's right lower corner goes from (5, 5) to (30, 30), a pixel a millisecond. */
  private static EventBatch growingSquare() {
    EventBatch batch = new EventBatch(1 << 10);
    for (int k = 5; k <= 30; k++) {
      for (int i = 0; i < k; i++) {
        batch.add(1_000L * k + i, k, i, 1);
        batch.add(1_000L * k + i, i, k, 1);
      }
      batch.add(1_000L * k + k, k, k, 1);
    }
    return batch;
  }

  @Test
  void theCornerOfAGrowingSquareIsFoundAndNothingElse() {
    EventBatch corners = corners(growingSquare());
    assertThat(corners.size()).isGreaterThan(15);
    int exact = 0;
    for (int i = 0; i < corners.size(); i++) {
      long k = corners.t(i) / 1_000;
      assertThat(Math.abs(corners.x(i) - k) + Math.abs(corners.y(i) - k))
          .as("distance from the corner at (%d, %d)", k, k)
          .isLessThanOrEqualTo(3);
      exact += corners.x(i) == k && corners.y(i) == k ? 1 : 0;
    }
    assertThat(exact).isGreaterThan(15);
  }

  @Test
  void aStraightEdgeHasNoCorners() {
    EventBatch batch = new EventBatch(SIDE * SIDE);
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        batch.add(1_000L * x + y % 3, x, y, 1);
      }
    }
    EventBatch corners = corners(batch);
    int inTheMiddle = 0;
    for (int i = 0; i < corners.size(); i++) {
      inTheMiddle += corners.x(i) > 8 ? 1 : 0;
    }
    assertThat(inTheMiddle).isZero();
  }

  @Test
  void ofAnEdgesEventsAtAPixelTheFirstCounts() {
    EventBatch batch = growingSquare();
    int once = corners(batch).size();
    EventBatch twice = new EventBatch(2 * batch.size());
    for (int i = 0; i < batch.size(); i++) {
      twice.append(batch, i, i + 1);
      twice.append(batch, i, i + 1);
    }
    assertThat(corners(twice).size()).isEqualTo(once);
  }

  @Test
  void thereAreNoCornersAtTheSidesOfTheFrame() {
    EventBatch corners = corners(RandomEvents.of(3, 20_000, SIDE, SIDE));
    assertThat(corners.size()).isPositive();
    for (int i = 0; i < corners.size(); i++) {
      assertThat(corners.x(i)).isBetween(4, SIDE - 5);
      assertThat(corners.y(i)).isBetween(4, SIDE - 5);
    }
  }

  @Test
  void aFrameThatIsSmallerThanACircleHasNoCorners() {
    EventBatch events = RandomEvents.of(5, 500, 3, 2);
    assertThat(StageRun.whole(CornerParameters.DEFAULTS, 3, 2, events, Object::toString).kept())
        .isEqualTo(new EventBatch(1));
  }

  @Test
  void kappaIsChecked() {
    assertThatThrownBy(() -> new CornerParameters(Corners.ARC, -1, false))
        .hasMessage("kappaMicros=-1 must be between 0 and 100000000");
  }

  @Property(tries = 100)
  void packetsAndRestartsDoNotMatter(@ForAll @IntRange(max = 60_000) int kappa, @ForAll long seed) {
    CornerParameters p = new CornerParameters(Corners.ARC, kappa, false);
    EventBatch events = RandomEvents.of(seed, 2_000, 24, 20);
    StageRun whole = StageRun.whole(p, 24, 20, events, Object::toString);
    StageRun cut = StageRun.cut(p, 24, 20, events, Object::toString, seed);
    assertThat(cut.kept()).isEqualTo(whole.kept());
    assertThat(cut.outputs()).isEmpty();
  }

  @Test
  void newerArcsFindTheCornerOfAGrowingSquareAndNoneOnAStraightEdge() {
    EventBatch corners = corners(CornerParameters.FAST, growingSquare());
    assertThat(corners.size()).isGreaterThan(15);
    for (int i = 0; i < corners.size(); i++) {
      long k = corners.t(i) / 1_000;
      assertThat(Math.abs(corners.x(i) - k) + Math.abs(corners.y(i) - k)).isLessThanOrEqualTo(4);
    }
    EventBatch edge = new EventBatch(SIDE * SIDE);
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        edge.add(1_000L * x + y, x, y, 1);
      }
    }
    assertThat(corners(CornerParameters.FAST, edge).size()).isZero();
  }

  /** By its words: some arc of L to U pixels, all of them newer than all others. */
  @Property(tries = 1000)
  void anArcIsNewerWhereItsDefinitionSaysSo(
      @ForAll @Size(16) List<@IntRange(max = 12) Integer> times) {
    int side = 7;
    long[] surface = new long[side * side];
    for (int i = 0; i < 16; i++) {
      int[] pixel = Circle.RADIUS_3[i];
      surface[(3 + pixel[1]) * side + 3 + pixel[0]] = times.get(i);
    }
    boolean expected = false;
    for (int from = 0; from < 16; from++) {
      for (int length = 3; length <= 6; length++) {
        int in = Integer.MAX_VALUE;
        int out = Integer.MIN_VALUE;
        for (int k = 0; k < 16; k++) {
          int time = times.get((from + k) % 16);
          in = k < length ? Math.min(in, time) : in;
          out = k < length ? out : Math.max(out, time);
        }
        expected |= in > out;
      }
    }
    Circle circle = new Circle(Circle.RADIUS_3, 3, 6);
    circle.open(side);
    assertThat(circle.hasNewerArc(surface, 3 * side + 3)).isEqualTo(expected);
  }

  @Test
  void besideTheStreamAllEventsGoOnAndTheSameCornersAreFound() {
    EventBatch events = growingSquare();
    EventBatch found = new EventBatch(64);
    CornerParameters beside = new CornerParameters(Corners.ARC, 50_000, true);
    CornerDetector detector = new CornerDetector(beside);
    detector.open(SIDE, SIDE);
    EventBatch packet = new EventBatch(100);
    for (int from = 0; from < events.size(); from += 100) {
      packet.clear();
      packet.append(events, from, Math.min(events.size(), from + 100));
      int before = packet.size();
      detector.process(
          packet,
          packet.t(packet.size() - 1),
          output -> {
            EventBatch some = ((SideEvents) output).events();
            assertThat(output.start()).isEqualTo(some.t(0));
            found.append(some, 0, some.size());
          });
      assertThat(packet.size()).isEqualTo(before);
    }
    assertThat(found).isEqualTo(corners(events));
  }
}
