package org.saccade.connectors.kafka;

import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecordBase;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Control;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.Marker;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.SamplePacket;
import org.saccade.schemas.SpikePacket;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.Track;

/** The topics that jobs read and write, by their default names. */
public enum Topic {
  DVS_EVENTS("dvs.events", EventPacket.class),
  NEURO_SAMPLES("neuro.samples", SamplePacket.class),
  NEURO_SPIKES("neuro.spikes", SpikePacket.class),
  MARKERS("markers", Marker.class),
  FEATURES("features", Feature.class),
  CONTROL("control", Control.class),
  DVS_FILTERED("dvs.filtered", EventPacket.class),
  DVS_CORNERS("dvs.corners", EventPacket.class),
  FRAMES("frames", Frame.class),
  FLOW("flow", Flow.class),
  TRACKS("tracks", Track.class),
  EPOCHS("epochs", Epoch.class),
  GAZE("gaze", SamplePacket.class),
  CLASSIFICATIONS("classifications", Classification.class),
  MICROSACCADES("microsaccades", Microsaccade.class),
  ANOMALIES("anomalies", Anomaly.class),
  DRIFTS("drifts", Drift.class),
  STREAM_HEALTH("stream-health", StreamHealth.class),
  DEAD_LETTERS("dead-letters", DeadLetter.class);

  private final String defaultName;
  private final Class<? extends SpecificRecordBase> recordType;

  Topic(String defaultName, Class<? extends SpecificRecordBase> recordType) {
    this.defaultName = defaultName;
    this.recordType = recordType;
  }

  /** Name without prefix and renaming. */
  public String defaultName() {
    return defaultName;
  }

  /** What its records are. */
  public Class<? extends SpecificRecordBase> recordType() {
    return recordType;
  }

  /** The topic with a default name. */
  public static Optional<Topic> named(String defaultName) {
    return Arrays.stream(values()).filter(t -> t.defaultName.equals(defaultName)).findFirst();
  }
}
