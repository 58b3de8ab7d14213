package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.events.EventStreamParameters.DEFAULTS;

import java.time.Duration;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.Refractory;

class EventStreamParametersTest {
  @Test
  void theDigestDiffersWithWhatOutputsDependOn() {
    List<EventStreamParameters> different =
        List.of(
            DEFAULTS,
            DEFAULTS.withReorder(15, 100_000),
            DEFAULTS.withReorder(16, 100_001),
            DEFAULTS.withClockReset(5),
            DEFAULTS.withRefractory(Refractory.LAST_EVENT, 1_000),
            DEFAULTS.withRefractory(Refractory.LAST_KEPT, 1_000),
            DEFAULTS.withRefractory(Refractory.LAST_KEPT, 1_001),
            DEFAULTS.withBackgroundActivity(BackgroundActivity.FOUR_NEIGHBOURS, 10),
            DEFAULTS.withRate(RatePlace.BEFORE_FILTERS, 100_000),
            DEFAULTS.withRate(RatePlace.AFTER_FILTERS, 99_999));
    assertThat(different.stream().map(EventStreamParameters::digest)).doesNotHaveDuplicates();
  }

  @Test
  void theDigestIsTheSameWhereOutputsAre() {
    assertThat(
            List.of(
                DEFAULTS.withKeeping(1 << 20, Duration.ofDays(1), Duration.ofSeconds(3)),
                DEFAULTS.withRefractory(Refractory.OFF, 77),
                DEFAULTS.withBackgroundActivity(BackgroundActivity.OFF, 77)))
        .allSatisfy(p -> assertThat(p.digest()).isEqualTo(DEFAULTS.digest()));
  }

  @Test
  void theDigestNeverChangesFromReleaseToRelease() {
    assertThat(DEFAULTS.digest()).isEqualTo("7d6e42911a26fee8");
  }

  @Test
  void valuesOutOfBoundAreRefusedByName() {
    assertThatThrownBy(() -> DEFAULTS.withReorder(1025, 0))
        .hasMessage("reorderPackets=1025 must be between 0 and 1024");
    assertThatThrownBy(() -> DEFAULTS.withRefractory(Refractory.LAST_EVENT, 0))
        .hasMessage("refractoryMicros=0 must be between 1 and 1000000000");
    assertThatThrownBy(() -> DEFAULTS.withKeeping(1, Duration.ofDays(1), Duration.ZERO))
        .hasMessage("cacheBytes=1 must be between 1048576 and 9223372036854775807");
  }

  @Test
  void travelToTheClusterAsTheyAre() throws Exception {
    assertThat(InstantiationUtil.clone(DEFAULTS)).isEqualTo(DEFAULTS);
  }
}
