package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.saccade.operators.filter.Events.e;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.EventStage;
import org.saccade.schemas.batch.EventBatch;

class HotPixelFilterTest {
  private static final long W = 10_000;

  /** Hot from 10 events a window on that are more than thrice as many as around. */
  private static final HotPixelParameters MASK = new HotPixelParameters(true, 1_000, 3, W);

  private final List<Events.Event> events = new ArrayList<>();
  private final List<Condition> told = new ArrayList<>();

  private void fires(int window, int x, int y, int times) {
    for (int i = 0; i < times; i++) {
      events.add(e(window * W + i, x, y));
    }
  }

  private EventBatch pass(HotPixelParameters parameters) {
    EventStage filter = parameters.stage();
    filter.open(Events.SIDE, Events.SIDE);
    EventBatch batch = Events.of(events.toArray(new Events.Event[0]));
    filter.process(batch, 0, output -> told.add((Condition) output));
    filter.close(output -> told.add((Condition) output));
    return batch;
  }

  private long keptOf(EventBatch batch, int window, int x, int y) {
    long n = 0;
    for (int i = 0; i < batch.size(); i++) {
      boolean here = batch.x(i) == x && batch.y(i) == y && batch.t(i) / W == window;
      n += here ? 1 : 0;
    }
    return n;
  }

  @Test
  void aPixelIsMaskedFromTheWindowOnBehindTheOneInWhichItWasHot() {
    for (int window = 0; window < 3; window++) {
      fires(window, 2, 3, 10);
      fires(window, 6, 6, 9);
    }
    EventBatch left = pass(MASK);
    assertThat(keptOf(left, 0, 2, 3)).isEqualTo(10);
    assertThat(keptOf(left, 1, 2, 3)).isZero();
    assertThat(keptOf(left, 2, 2, 3)).isZero();
    assertThat(keptOf(left, 2, 6, 6)).as("nine a window are below the rate").isEqualTo(9);
  }

  @Test
  void whatHasTwoBusyNeighboursIsNoHotPixelButAnEdge() {
    for (int y = 0; y < 8; y++) {
      fires(0, 4, y, 40);
    }
    fires(1, 4, 4, 1);
    assertThat(keptOf(pass(MASK), 1, 4, 4)).isEqualTo(1);
    assertThat(told.get(0).detail())
        .as("the ends of a line that is one pixel wide and stays where it is cannot be told")
        .isEqualTo("2 hot pixels: (4, 0) (4, 7)");
  }

  @Test
  void twoHotPixelsSideBySideDoNotExcuseEachOther() {
    fires(0, 0, 0, 20);
    fires(0, 1, 0, 25);
    fires(1, 0, 0, 1);
    fires(1, 1, 0, 1);
    EventBatch left = pass(MASK);
    assertThat(keptOf(left, 1, 0, 0) + keptOf(left, 1, 1, 0)).isZero();
  }

  @Test
  void itMustBeMoreThanTheRatioAboveTheSecondBusiestAround() {
    fires(0, 4, 4, 30);
    fires(0, 3, 3, 30);
    fires(0, 5, 5, 10);
    fires(1, 4, 4, 1);
    assertThat(keptOf(pass(MASK), 1, 4, 4)).as("30 is not more than 3 times 10").isEqualTo(1);
    events.clear();
    fires(0, 4, 4, 31);
    fires(0, 3, 3, 30);
    fires(0, 5, 5, 10);
    fires(1, 4, 4, 1);
    assertThat(keptOf(pass(MASK), 1, 4, 4)).isZero();
  }

  @Test
  void aHotPixelCoolsDownBelowHalfOfWhatMadeItHot() {
    fires(0, 2, 2, 10);
    fires(1, 2, 2, 5);
    fires(2, 2, 2, 4);
    fires(3, 2, 2, 4);
    EventBatch left = pass(MASK);
    assertThat(keptOf(left, 2, 2, 2)).as("five in window 1 are half: still hot").isZero();
    assertThat(keptOf(left, 3, 2, 2)).as("four in window 2 are less").isEqualTo(4);
  }

  @Test
  void aWindowWithoutAnyEventDecidesNothing() {
    fires(0, 2, 2, 10);
    fires(500, 2, 2, 10);
    assertThat(keptOf(pass(MASK), 500, 2, 2)).isZero();
  }

  @Test
  void reportedOnlyItStays() {
    fires(0, 2, 2, 10);
    fires(1, 2, 2, 10);
    assertThat(pass(new HotPixelParameters(false, 1_000, 3, W)).size()).isEqualTo(20);
    assertThat(told).hasSize(2);
  }

  @Test
  void eachSetOfHotPixelsIsOneConditionFromItsFirstWindowToItsLast() {
    fires(0, 2, 2, 10);
    fires(1, 2, 2, 10);
    fires(2, 2, 2, 10);
    fires(2, 7, 0, 10);
    fires(3, 7, 0, 10);
    fires(4, 0, 0, 1);
    fires(5, 0, 0, 1);
    pass(MASK);
    assertThat(told)
        .extracting(
            Condition::kind, Condition::state, Condition::start, Condition::end, Condition::count)
        .containsExactly(
            hot(Condition.State.OPEN, W, W, 1),
            hot(Condition.State.CLOSED, W, 3 * W, 1),
            hot(Condition.State.OPEN, 3 * W, 3 * W, 2),
            hot(Condition.State.CLOSED, 3 * W, 4 * W, 2),
            hot(Condition.State.OPEN, 4 * W, 4 * W, 1),
            hot(Condition.State.CLOSED, 4 * W, 5 * W, 1));
    assertThat(told)
        .filteredOn(c -> c.state() == Condition.State.OPEN)
        .extracting(Condition::detail)
        .containsExactly(
            "1 hot pixel: (2, 2)", "2 hot pixels: (7, 0) (2, 2)", "1 hot pixel: (7, 0)");
  }

  private static org.assertj.core.groups.Tuple hot(
      Condition.State state, long start, long end, long count) {
    return tuple(Condition.Kind.HOT_PIXELS, state, start, end, count);
  }

  @Test
  void theListOfHotPixelsIsBounded() {
    EventStage filter = MASK.stage();
    filter.open(200, 200);
    EventBatch batch = new EventBatch(1);
    for (int k = 0; k < 10; k++) {
      for (int x = 0; x < 200; x += 4) {
        batch.add(k, x, x, 1);
      }
    }
    batch.add(W, 0, 0, 1);
    filter.process(batch, 0, output -> told.add((Condition) output));
    assertThat(told.get(0).count()).isEqualTo(50);
    assertThat(told.get(0).detail())
        .startsWith("50 hot pixels: (0, 0) (4, 4) ")
        .endsWith("(124, 124) and 18 more");
  }
}
