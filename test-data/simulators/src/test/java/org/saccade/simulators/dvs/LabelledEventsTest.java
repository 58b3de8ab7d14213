package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.saccade.schemas.batch.EventBatch;

class LabelledEventsTest {

  @Property(tries = 200)
  void mergesInTimeOrderAndKeepsEveryLabel(
      @ForAll List<@LongRange(min = 0, max = 50) Long> light,
      @ForAll List<@LongRange(min = 0, max = 50) Long> noise) {
    LabelledEvents merged = new LabelledEvents(1);
    merged.appendMerged(batch(light, 1), batch(noise, 2));
    assertThat(merged.size()).isEqualTo(light.size() + noise.size());
    assertThat(merged.signalCount()).isEqualTo(light.size());
    assertThat(merged.noiseCount()).isEqualTo(noise.size());
    EventBatch events = merged.events();
    for (int i = 0; i < merged.size(); i++) {
      assertThat(merged.signal()[i]).isEqualTo(events.x(i) == 1);
      if (i > 0) {
        assertThat(events.t(i)).isGreaterThanOrEqualTo(events.t(i - 1));
      }
    }
    long[] all = new long[merged.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = i < light.size() ? light.get(i) : noise.get(i - light.size());
    }
    Arrays.sort(all);
    assertThat(Arrays.copyOf(events.t(), events.size())).isEqualTo(all);
  }

  @Property(tries = 20)
  void putsSignalFirstAtEqualTimes(@ForAll @LongRange(min = 0) long time) {
    LabelledEvents merged = new LabelledEvents(1);
    merged.appendMerged(batch(List.of(time), 1), batch(List.of(time), 2));
    assertThat(Arrays.copyOf(merged.signal(), 2)).containsExactly(true, false);
  }

  private static EventBatch batch(List<Long> times, int column) {
    EventBatch batch = new EventBatch(1);
    times.stream().sorted().forEach(t -> batch.add(t, column, 0, 1));
    return batch;
  }
}
