package org.saccade.operators.drift;

import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Drift;
import org.saccade.schemas.StreamHealth;

/** Where the records of a series go. */
interface FeatureOutputs {
  void anomaly(Anomaly anomaly);

  void drift(Drift drift);

  void health(StreamHealth health);
}
