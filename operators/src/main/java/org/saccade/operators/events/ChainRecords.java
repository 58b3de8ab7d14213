package org.saccade.operators.events;

import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.SideEvents;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.batch.EventBatch;

/** Makes records of what the stages of a chain say. */
final class ChainRecords implements EventChain.Listener {
  private final StreamReport report;
  private final EventOutputs outputs;
  private final EventBatch beside = new EventBatch(64);
  private EventSession session;

  ChainRecords(StreamReport report, EventOutputs outputs) {
    this.report = report;
    this.outputs = outputs;
  }

  /** Events that stages put out beside those that go on, of the packet at hand. */
  EventBatch beside() {
    return beside;
  }

  /** What is said from now on is of this session. */
  void enter(EventSession next) {
    session = next;
  }

  @Override
  public void dropped(String stage, int events) {
    session.dropped.merge(stage, (long) events, Long::sum);
    outputs.dropped(stage, events);
  }

  @Override
  public void put(int stage, StageOutput output) {
    if (output instanceof SideEvents events) {
      beside.append(events.events(), 0, events.events().size());
    } else if (output instanceof Condition condition) {
      condition(stage, condition);
    } else {
      record(OutputRow.of(output), output);
    }
  }

  private <O extends StageOutput> void record(OutputRow<O, ?> row, O output) {
    long ordinal = session.takeOrdinal(row.title());
    String type = row.type().getSimpleName();
    row.give(output, report.provenance(type, output.start(), output.end(), ordinal), outputs);
  }

  private void condition(int stage, Condition c) {
    HealthKind kind = HealthKind.valueOf(c.kind().name());
    OpenConditions.Key key = new OpenConditions.Key(stage, c.kind());
    switch (c.state()) {
      case POINT -> report.tell(kind, c.start(), c.end(), c.count(), c.detail());
      case OPEN -> {
        OpenConditions.Open open = new OpenConditions.Open(c.start(), report.takeOrdinal());
        session.conditions.open(key, open);
        condition(kind, HealthState.OPEN, open, c.start(), c.count(), c.detail());
      }
      case CLOSED ->
          condition(
              kind,
              HealthState.CLOSED,
              session.conditions.close(key),
              c.end(),
              c.count(),
              c.detail());
    }
  }

  private void condition(
      HealthKind kind,
      HealthState state,
      OpenConditions.Open open,
      long end,
      long count,
      String detail) {
    report.health(kind, state, open.start(), end, count, open.ordinal(), detail);
  }

  /** Closes those whose stage is in the chain no more: another release, another configuration. */
  void closeConditions() {
    for (OpenConditions.Key key : session.conditions.left()) {
      condition(
          HealthKind.valueOf(key.kind().name()),
          HealthState.CLOSED,
          session.conditions.close(key),
          report.lastEnd(),
          0,
          "the stage that told it is in the chain no more");
    }
  }
}
