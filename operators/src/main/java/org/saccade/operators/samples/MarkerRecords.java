package org.saccade.operators.samples;

import org.saccade.operators.stream.StreamReport;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Provenance;

/** Makes records of what a stage says of a marker. */
final class MarkerRecords<R> implements MarkerOutput<R> {
  private final StreamReport report;
  private final SampleOutputs<R> outputs;
  private final SampleTimes times;
  private SampleMarker marker;

  MarkerRecords(StreamReport report, SampleOutputs<R> outputs, SampleTimes times) {
    this.report = report;
    this.outputs = outputs;
    this.times = times;
  }

  /** What is said from now on is of this marker. */
  MarkerRecords<R> of(SampleMarker next) {
    marker = next;
    return this;
  }

  @Override
  public long micros(long sample) {
    return times.micros(marker.opening(), sample);
  }

  @Override
  public Provenance provenance(String type, long startMicros, long endMicros, long number) {
    return report.provenance(marker.marker(), type, startMicros, endMicros, number);
  }

  @Override
  public void emit(R found) {
    outputs.emit(found);
  }

  @Override
  public void epoch(Epoch epoch) {
    outputs.epoch(epoch);
  }

  @Override
  public void health(HealthKind kind, long count, String detail) {
    report.health(marker.marker(), kind, count, detail);
  }
}
