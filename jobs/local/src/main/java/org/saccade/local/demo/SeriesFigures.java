package org.saccade.local.demo;

import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Drift;

/** What was told of one feature of one stream. */
public final class SeriesFigures {
  long values;
  int anomalies;
  int drifts;
  Anomaly anomaly;
  Drift drift;
  String summary = "";

  void found(Anomaly found) {
    anomalies++;
    anomaly = anomaly == null || found.getTime() < anomaly.getTime() ? found : anomaly;
  }

  void found(Drift found) {
    drifts++;
    drift = drift == null || found.getDecided() < drift.getDecided() ? found : drift;
  }

  /** Whether the job has summed it up, all of its values among them, and all of that was seen. */
  boolean done() {
    return !summary.isEmpty()
        && StreamFigures.summarized(summary, "values") == values
        && StreamFigures.summarized(summary, "anomalies") == anomalies
        && StreamFigures.summarized(summary, "drifts") == drifts;
  }
}
