package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.events.EventStreamParameters.DEFAULTS;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.stage.StageParameters;

class EventStreamParametersTest {
  private static final RateParameters RATES = new RateParameters(100_000);

  private static StageParameters refractory(Refractory variant, long micros) {
    return new RefractoryParameters(variant, micros);
  }

  private static StageParameters fourNeighbours(long micros) {
    return new BackgroundActivityParameters(BackgroundActivity.FOUR_NEIGHBOURS, micros);
  }

  @Test
  void theDigestDiffersWithWhatOutputsDependOn() {
    List<EventStreamParameters> different =
        List.of(
            DEFAULTS,
            DEFAULTS.withReorder(15, 100_000),
            DEFAULTS.withReorder(16, 100_001),
            DEFAULTS.withClockReset(5),
            DEFAULTS.withChain(),
            DEFAULTS.withChain(new RateParameters(99_999)),
            DEFAULTS.withChain(RATES, RATES),
            DEFAULTS.withChain(refractory(Refractory.LAST_EVENT, 1_000), RATES),
            DEFAULTS.withChain(refractory(Refractory.LAST_KEPT, 1_000), RATES),
            DEFAULTS.withChain(refractory(Refractory.LAST_KEPT, 1_001), RATES),
            DEFAULTS.withChain(fourNeighbours(1_000), RATES),
            DEFAULTS.withChain(RATES, fourNeighbours(1_000)),
            DEFAULTS.withChain(RATES, fourNeighbours(1_001)));
    assertThat(different.stream().map(EventStreamParameters::digest)).doesNotHaveDuplicates();
  }

  @Test
  void theDigestIsTheSameWhereOutputsAre() {
    assertThat(
            List.of(
                DEFAULTS.withKeeping(1 << 20, Duration.ofDays(1), Duration.ofSeconds(3)),
                DEFAULTS.withChain(new RateParameters(100_000))))
        .allSatisfy(p -> assertThat(p.digest()).isEqualTo(DEFAULTS.digest()));
  }

  @Test
  void theDigestNeverChangesFromReleaseToRelease() {
    assertThat(DEFAULTS.digest()).isEqualTo("930a9bb5434e24db");
    assertThat(
            DEFAULTS
                .withChain(refractory(Refractory.LAST_KEPT, 100), fourNeighbours(5), RATES)
                .digest())
        .isEqualTo("48943767f1d3294f");
  }

  @Test
  void valuesOutOfBoundAreRefusedByName() {
    assertThatThrownBy(() -> DEFAULTS.withReorder(4097, 0))
        .hasMessage("reorderPackets=4097 must be between 0 and 4096");
    assertThatThrownBy(() -> DEFAULTS.withKeeping(1, Duration.ofDays(1), Duration.ZERO))
        .hasMessage("cacheBytes=1 must be between 1048576 and 9223372036854775807");
    assertThatThrownBy(() -> DEFAULTS.withChain(Collections.nCopies(17, RATES)))
        .hasMessage("stages of kind rates=17 must be between 0 and 16");
  }

  @Test
  void travelToTheClusterAsTheyAre() throws Exception {
    EventStreamParameters p = DEFAULTS.withChain(refractory(Refractory.LAST_KEPT, 9), RATES);
    assertThat(InstantiationUtil.clone(p)).isEqualTo(p);
  }
}
