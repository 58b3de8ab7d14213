package org.saccade.jobs;

import org.saccade.schemas.Feature;
import org.saccade.schemas.Provenance;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** Features that do not go over a topic. */
final class FeatureSamples {
  private FeatureSamples() {}

  /** The value that the detectors take, as if it had been read from where its input was. */
  static FeatureSample of(Feature feature) {
    Provenance from = feature.getProvenance();
    return new FeatureSample(
        feature.getStream(),
        feature.getName(),
        from.getOperator(),
        feature.getSession(),
        feature.getTime(),
        from.getEpochMicros() == null ? RawEventPacket.NO_EPOCH : from.getEpochMicros(),
        feature.getValue(),
        new Origin(from.getTopic(), from.getPartition(), from.getLastOffset(), 0));
  }
}
