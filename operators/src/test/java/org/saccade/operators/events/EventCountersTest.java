package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.events.Packets.packet;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.StreamHealth;

class EventCountersTest {
  /** Keeps the counters by name. */
  private static final class Names extends UnregisteredMetricsGroup {
    private final Map<String, Counter> counters = new TreeMap<>();

    @Override
    public Counter counter(String name) {
      return counters.computeIfAbsent(name, n -> new SimpleCounter());
    }

    private long get(String name) {
      return counters.get(name).getCount();
    }
  }

  @Test
  void whatIsToldOfAStreamIsCountedByKind() throws Exception {
    Names names = new Names();
    EventCounters counters = new EventCounters(names, List.of("refractory"));
    try (Harness h = Harness.of(EventStreamParameters.DEFAULTS.withReorder(0, 0))) {
      long[] event = {1, 1, 1, 1};
      h.offer(
          packet("cam", "a", 0, event),
          packet("cam", "a", 4, event),
          packet("cam", "a", 4, event),
          packet("cam", "a", 2, event),
          packet("cam", "b", 0, event));
      h.endInput();
      for (StreamHealth health : h.health()) {
        counters.count(health);
      }
    }
    assertThat(names.get("gaps")).isEqualTo(1);
    assertThat(names.get("packets_missing")).isEqualTo(3);
    assertThat(names.get("packets_duplicate")).isEqualTo(1);
    assertThat(names.get("packets_late")).isEqualTo(1);
    assertThat(names.get("clock_resets")).isEqualTo(1);
    assertThat(names.get("sessions_ended")).isEqualTo(2);
    assertThat(names.counters.keySet())
        .containsExactly(
            "clock_resets",
            "corners",
            "dropped_by_refractory",
            "events_in",
            "events_kept",
            "features",
            "flow",
            "frames",
            "gaps",
            "packets_duplicate",
            "packets_late",
            "packets_missing",
            "packets_out",
            "sessions_ended",
            "tracks");
  }
}
