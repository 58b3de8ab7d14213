package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.kept;
import static org.saccade.operators.filter.Events.off;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlickerFilterTest {
  private static FlickerParameters remove(int periods) {
    return new FlickerParameters(false, 50, 500, periods);
  }

  /** Two ON and one OFF event a period, from the rise at each multiple of the period on. */
  private static Events.Event[] lamp(long periodMicros, int periods) {
    List<Events.Event> events = new ArrayList<>();
    for (int k = 0; k < periods; k++) {
      events.add(e(k * periodMicros, 3, 3));
      events.add(e(k * periodMicros + 1, 3, 3));
      events.add(off(k * periodMicros + 2, 3, 3));
    }
    return events.toArray(new Events.Event[0]);
  }

  @Test
  void aLampIsRemovedFromTheRiseThatEndsItsLastNeededPeriod() {
    assertThat(kept(remove(3), lamp(10_000, 10)))
        .as("periods 0 to 1, 1 to 2, 2 to 3: from the rise at 30 ms on it flickers")
        .containsExactly(0, 1, 2, 10_000, 10_001, 10_002, 20_000, 20_001, 20_002);
  }

  @Test
  void keptAloneItIsTheRest() {
    assertThat(kept(new FlickerParameters(true, 50, 500, 3), lamp(10_000, 5)))
        .containsExactly(30_000, 30_001, 30_002, 40_000, 40_001, 40_002);
  }

  @Test
  void theBandEndsExactlyAtItsFrequencies() {
    assertThat(kept(remove(1), lamp(2_000, 3))).as("500 Hz is in it").hasSize(3);
    assertThat(kept(remove(1), lamp(1_999, 3))).hasSize(9);
    assertThat(kept(remove(1), lamp(20_000, 3))).as("50 Hz is in it").hasSize(3);
    assertThat(kept(remove(1), lamp(20_001, 3))).hasSize(9);
  }

  @Test
  void aPeriodOutsideOfTheBandBeginsAnew() {
    assertThat(
            kept(
                remove(2),
                e(0, 3, 3),
                off(1, 3, 3),
                e(10_000, 3, 3),
                off(10_001, 3, 3),
                e(11_000, 3, 3),
                off(11_001, 3, 3),
                e(21_000, 3, 3),
                off(21_001, 3, 3),
                e(31_000, 3, 3)))
        .containsExactly(0, 1, 10_000, 10_001, 11_000, 11_001, 21_000, 21_001);
  }

  @Test
  void whatFlickeredIsLetThroughOnceNoRiseCameForTheLongestPeriod() {
    assertThat(
            kept(
                remove(1),
                e(0, 3, 3),
                off(1, 3, 3),
                e(10_000, 3, 3),
                off(10_001, 3, 3),
                off(30_000, 3, 3),
                off(30_001, 3, 3)))
        .as("20,000 µs behind the rise at 10,000 it still flickers, 20,001 behind it no more")
        .containsExactly(0, 1, 30_001);
  }

  @Test
  void eventsOfOnePolarityAreNoFlicker() {
    assertThat(kept(remove(1), e(0, 3, 3), e(10_000, 3, 3), e(20_000, 3, 3))).hasSize(3);
  }

  @Test
  void refusesABandThatEndsBeforeItBegins() {
    assertThatThrownBy(() -> new FlickerParameters(false, 501, 500, 1))
        .hasMessage("minimumHz=501 must be between 1 and 500");
  }
}
