package org.saccade.operators.samples;

import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Provenance;

/** Makes records of what a stage says, in the session that its stream is in. */
final class StageRecords<R> implements StageOutput<R> {
  /** Intervals are numbered by the stage, far from the other ordinals of the session. */
  private static final long INTERVALS = Long.MIN_VALUE / 2;

  private final StreamReport report;
  private final SampleOutputs<R> outputs;
  private SampleSession session;
  private long opening;

  StageRecords(StreamReport report, SampleOutputs<R> outputs) {
    this.report = report;
    this.outputs = outputs;
  }

  /** What is said from now on is of this session. */
  void enter(SampleSession next) {
    session = next;
  }

  void enter(long number) {
    opening = number;
  }

  @Override
  public long opening() {
    return opening;
  }

  @Override
  public long micros(long sample) {
    return session.micros(sample);
  }

  @Override
  public Provenance provenance(String type, long startMicros, long endMicros) {
    return report.provenance(type, startMicros, endMicros, session.ordinal++);
  }

  @Override
  public void emit(R found) {
    session.found++;
    outputs.emit(found);
  }

  @Override
  public void health(HealthKind kind, long sample, long count, String detail) {
    report.tell(kind, micros(sample), micros(sample), count, detail);
  }

  @Override
  public void interval(
      HealthKind kind,
      HealthState state,
      long number,
      long startSample,
      long count,
      String detail) {
    long time = micros(startSample);
    report.health(kind, state, time, time, count, INTERVALS + number, detail);
  }

  @Override
  public void interval(
      HealthKind kind,
      HealthState state,
      long number,
      long startMicros,
      long endMicros,
      long count,
      String detail) {
    report.health(kind, state, startMicros, endMicros, count, INTERVALS + number, detail);
  }
}
