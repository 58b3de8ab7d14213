package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.kept;
import static org.saccade.operators.filter.Events.off;

import org.junit.jupiter.api.Test;

class TrailFilterTest {
  /** A burst of ON, one of OFF, a single ON, and ON again long after. */
  private static final Events.Event[] EDGES = {
    e(10, 1, 1),
    e(12, 1, 1),
    e(15, 1, 1),
    off(20, 1, 1),
    off(29, 1, 1),
    off(30, 1, 1),
    e(35, 1, 1),
    e(45, 1, 1),
    e(54, 1, 1)
  };

  private static long[] keptBy(Trail variant) {
    return kept(new TrailParameters(variant, 10), EDGES);
  }

  @Test
  void theFirstOfEachBurstIsLeft() {
    assertThat(keptBy(Trail.FIRST)).containsExactly(10, 20, 35, 45);
  }

  @Test
  void allButTheFirstOfEachBurstAreLeft() {
    assertThat(keptBy(Trail.SECOND_AND_LATER)).containsExactly(12, 15, 29, 30, 54);
  }

  @Test
  void theSecondIsLeftAndThenNothingUntilThePolarityChanges() {
    assertThat(keptBy(Trail.SECOND))
        .as("the ON at 35 opens a run of which the one at 54 is the first with one close before it")
        .containsExactly(12, 29, 54);
    assertThat(
            kept(
                new TrailParameters(Trail.SECOND, 10),
                e(1, 1, 1),
                e(2, 1, 1),
                e(50, 1, 1),
                e(51, 1, 1),
                off(52, 1, 1),
                e(53, 1, 1),
                e(54, 1, 1)))
        .as("silence does not open the pixel again, the other polarity does")
        .containsExactly(2, 54);
  }

  @Test
  void anEventExactlyTLaterBelongsToNoBurst() {
    Events.Event[] two = {e(10, 1, 1), e(20, 1, 1)};
    assertThat(kept(new TrailParameters(Trail.FIRST, 10), two)).containsExactly(10, 20);
    assertThat(kept(new TrailParameters(Trail.SECOND_AND_LATER, 10), two)).isEmpty();
  }

  @Test
  void aFirstOffEventHasNoPolarityBeforeIt() {
    assertThat(kept(new TrailParameters(Trail.FIRST, 10), off(0, 1, 1))).containsExactly(0);
    assertThat(kept(new TrailParameters(Trail.SECOND_AND_LATER, 10), off(0, 1, 1))).isEmpty();
  }

  @Test
  void pixelsDoNotMeddleWithEachOther() {
    assertThat(kept(new TrailParameters(Trail.FIRST, 10), e(1, 0, 0), e(2, 1, 0), e(3, 0, 1)))
        .containsExactly(1, 2, 3);
  }

  @Test
  void timesBelowZeroAreTimesLikeOthers() {
    assertThat(kept(new TrailParameters(Trail.FIRST, 10), e(-30, 0, 0), e(-21, 0, 0), e(-11, 0, 0)))
        .containsExactly(-30, -11);
  }
}
