package org.saccade.operators.events;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.saccade.schemas.StreamHealth;

/** The operator's counters in Flink's metric group; counted once a packet or record. */
final class EventCounters {
  final Counter packetsIn;
  final Counter packetsOut;
  final Counter eventsIn;
  final Counter eventsKept;
  final Counter deadLetters;
  final Counter features;
  private final Counter late;
  private final Counter duplicates;
  private final Counter gaps;
  private final Counter missing;
  private final Counter clockResets;
  private final Counter sessionsEnded;

  EventCounters(MetricGroup group) {
    packetsIn = group.counter("packets_in");
    packetsOut = group.counter("packets_out");
    eventsIn = group.counter("events_in");
    eventsKept = group.counter("events_kept");
    deadLetters = group.counter("dead_letters");
    features = group.counter("features");
    late = group.counter("packets_late");
    duplicates = group.counter("packets_duplicate");
    gaps = group.counter("gaps");
    missing = group.counter("packets_missing");
    clockResets = group.counter("clock_resets");
    sessionsEnded = group.counter("sessions_ended");
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
