package org.saccade.operators.events;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.saccade.schemas.StreamHealth;

/** The operator's counters in Flink's metric group; counted once a packet or record. */
final class EventCounters {
  final Counter packetsOut;
  final Counter eventsIn;
  final Counter eventsKept;
  final Counter corners;
  private final Counter late;
  private final Counter duplicates;
  private final Counter gaps;
  private final Counter missing;
  private final Counter clockResets;
  private final Counter sessionsEnded;
  private final Map<String, Counter> records = new HashMap<>();
  private final Map<String, Counter> dropped = new HashMap<>();

  /**
   * @param stages names of the chain's stages
   */
  EventCounters(MetricGroup group, List<String> stages) {
    packetsOut = group.counter("packets_out");
    eventsIn = group.counter("events_in");
    eventsKept = group.counter("events_kept");
    corners = group.counter("corners");
    late = group.counter("packets_late");
    duplicates = group.counter("packets_duplicate");
    gaps = group.counter("gaps");
    missing = group.counter("packets_missing");
    clockResets = group.counter("clock_resets");
    sessionsEnded = group.counter("sessions_ended");
    for (OutputRow<?, ?> row : OutputRow.ALL) {
      records.put(row.title(), group.counter(row.title().replace('-', '_')));
    }
    for (String stage : stages) {
      dropped.put(stage, group.counter("dropped_by_" + stage.replace('-', '_')));
    }
  }

  /** A record of this row was made. */
  void record(String row) {
    records.get(row).inc();
  }

  void dropped(String stage, int events) {
    dropped.get(stage).inc(events);
  }

  void count(StreamHealth health) {
    switch (health.getKind()) {
      case LATE -> late.inc();
      case DUPLICATE -> duplicates.inc();
      case GAP -> {
        gaps.inc();
        missing.inc(health.getCount());
      }
      case CLOCK_RESET -> clockResets.inc();
      case SUMMARY -> sessionsEnded.inc();
      default -> {
        // Other kinds have no counter of their own.
      }
    }
  }
}
