package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What is counted of a session of a series. */
final class SeriesCounts {
  long values;
  long unusable;
  long late;
  long gaps;
  long missing;
  long anomalies;
  long drifts;

  /** The text of the session's summary: {@code key=value} pairs. */
  String summary(String endedBy) {
    return "values="
        + values
        + " unusable="
        + unusable
        + " late="
        + late
        + " gaps="
        + gaps
        + " missing="
        + missing
        + " anomalies="
        + anomalies
        + " drifts="
        + drifts
        + " ended_by="
        + endedBy;
  }

  void write(DataOutput out) throws IOException {
    for (long count : new long[] {values, unusable, late, gaps, missing, anomalies, drifts}) {
      out.writeLong(count);
    }
  }

  static SeriesCounts read(DataInput in) throws IOException {
    SeriesCounts counts = new SeriesCounts();
    counts.values = in.readLong();
    counts.unusable = in.readLong();
    counts.late = in.readLong();
    counts.gaps = in.readLong();
    counts.missing = in.readLong();
    counts.anomalies = in.readLong();
    counts.drifts = in.readLong();
    return counts;
  }
}
