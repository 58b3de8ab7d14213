package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.of;
import static org.saccade.operators.filter.Events.times;

import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class RefractoryFilterTest {
  private static long[] kept(Refractory variant, long period, Events.Event... events) {
    RefractoryFilter filter = new RefractoryFilter(new RefractoryParameters(variant, period));
    filter.open(8, 8);
    EventBatch batch = of(events);
    filter.process(batch, 0, output -> {});
    return times(batch);
  }

  @Test
  void aPixelThatFiresOnStaysShutWhenThePeriodCountsFromItsLastEvent() {
    assertThat(kept(Refractory.LAST_EVENT, 10, e(1, 1, 1), e(8, 1, 1), e(16, 1, 1), e(27, 1, 1)))
        .containsExactly(1, 27);
  }

  @Test
  void aPixelThatFiresOnIsThinnedOutWhenThePeriodCountsFromItsLastKeptEvent() {
    assertThat(kept(Refractory.LAST_KEPT, 10, e(0, 1, 1), e(8, 1, 1), e(16, 1, 1), e(27, 1, 1)))
        .containsExactly(0, 16, 27);
  }

  @Test
  void aFirstEventAtTimeZeroIsWithinThePeriodOfTheOneThatTonicAssumesBefore() {
    assertThat(kept(Refractory.LAST_EVENT, 10, e(0, 1, 1), e(1, 2, 1), e(11, 1, 1)))
        .containsExactly(1, 11);
    assertThat(kept(Refractory.LAST_KEPT, 10, e(0, 1, 1))).containsExactly(0);
  }

  @Test
  void anEventExactlyOnePeriodLaterIsDropped() {
    assertThat(kept(Refractory.LAST_EVENT, 10, e(5, 1, 1), e(15, 1, 1))).containsExactly(5);
    assertThat(kept(Refractory.LAST_KEPT, 10, e(5, 1, 1), e(15, 1, 1))).containsExactly(5);
  }

  @Test
  void pixelsDoNotMeddleWithEachOther() {
    assertThat(kept(Refractory.LAST_EVENT, 10, e(1, 0, 0), e(2, 7, 7), e(3, 0, 7), e(4, 7, 0)))
        .containsExactly(1, 2, 3, 4);
  }

  @Test
  void aSessionThatOpensForgetsTheOneBefore() {
    RefractoryFilter filter =
        new RefractoryFilter(new RefractoryParameters(Refractory.LAST_EVENT, 10));
    for (int session = 0; session < 2; session++) {
      filter.open(8, 8);
      EventBatch batch = of(e(5, 3, 3), e(6, 3, 3));
      filter.process(batch, 6, output -> {});
      assertThat(times(batch)).containsExactly(5);
    }
  }

  @Test
  void refusesAPeriodOfNothing() {
    assertThatThrownBy(() -> new RefractoryParameters(Refractory.LAST_EVENT, 0))
        .hasMessage("periodMicros=0 must be between 1 and 3600000000");
  }
}
