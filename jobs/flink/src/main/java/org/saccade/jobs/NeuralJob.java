package org.saccade.jobs;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.NeuralSettings;
import org.saccade.operators.drift.KeyedFeatureOperator;
import org.saccade.operators.neural.NeuralStage;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.Feature;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.FeatureSampleSerializer;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * EEG, MEG, field potentials: packets of samples in; features, what is odd or changes in them,
 * epochs around markers, and the stream's health out. Markers are read where epochs are cut.
 * Streams of gaze on the same topic are left to the job {@code microsaccades}.
 *
 * <pre>
 *   markers ───────▶ read-markers ─┐
 *   neuro.samples ─▶ read-samples ─┴keyBy(stream)─▶ neural ─┬─────────────────────▶ features, epochs
 *                         │                          │     └─keyBy(series)─▶ neural-drift ─▶ anomalies
 *   control ──▶ read-controls ──to all───────────────┼───────────────────────────▶ │   └────▶ drifts
 *                         └──▶ dead-letters ◀────────┤                             │
 *                                                    └──▶ stream-health ◀──────────┘
 * </pre>
 */
public final class NeuralJob implements Job {
  /** Name of the job and uid of the operator that cleans; part of the ids of its outputs. */
  public static final String NAME = "neural";

  /** Uid of the detectors in it. */
  public static final String DRIFT = "neural-drift";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Topic> inputs() {
    return List.of(Topic.NEURO_SAMPLES, Topic.MARKERS, Topic.CONTROL);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(
        Topic.FEATURES,
        Topic.EPOCHS,
        Topic.ANOMALIES,
        Topic.DRIFTS,
        Topic.STREAM_HEALTH,
        Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    JobInputs inputs = new JobInputs(NAME, env, configuration);
    KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records =
        configuration.get(NeuralSettings.EPOCHS).equals("off")
            ? MarkedPacketOperator.unmarked(inputs.samples(), new RawSamplePacketTypeInfo())
            : MarkedPacketOperator.join(
                inputs.samples(), inputs.markers(), new RawSamplePacketTypeInfo());
    DataStream<ControlCommand> commands = inputs.controls(DRIFT, KeyedFeatureOperator.COMMANDS);
    build(records, commands, inputs.unreadable(), outputs, configuration);
  }

  /**
   * From packets, wherever they come from.
   *
   * @param unreadable records that were refused before they were packets; null: none can be, for
   *     they are of files, and nobody else is given those
   */
  public static void build(
      KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records,
      DataStream<ControlCommand> commands,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<Feature> features =
        records
            .transform(
                NAME,
                new RecordTypeInfo<>(Feature.class),
                new KeyedSampleOperator<>(
                    SampleStreamSettings.of(configuration),
                    new NeuralStage.Stages(NeuralStages.of(configuration)),
                    unreadable == null,
                    NAME))
            .uid(NAME);
    DataStream<StreamHealth> health = features.getSideOutput(KeyedSampleOperator.HEALTH);
    DataStream<DeadLetter> undecodable = features.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    outputs.write(Topic.FEATURES, Feature.class, features);
    if (!configuration.get(NeuralSettings.EPOCHS).equals("off")) {
      outputs.write(Topic.EPOCHS, Epoch.class, features.getSideOutput(KeyedSampleOperator.EPOCHS));
    }
    if (configuration.get(NeuralSettings.DETECT).equals("drift")) {
      SingleOutputStreamOperator<Anomaly> anomalies =
          DriftJob.detect(
              features
                  .map(FeatureSamples::of)
                  .returns(FeatureSampleSerializer.TYPE)
                  .uid("values")
                  .name("values"),
              commands,
              DRIFT,
              configuration);
      outputs.write(Topic.ANOMALIES, Anomaly.class, anomalies);
      outputs.write(
          Topic.DRIFTS, Drift.class, anomalies.getSideOutput(KeyedFeatureOperator.DRIFTS));
      health = health.union(anomalies.getSideOutput(KeyedFeatureOperator.HEALTH));
    }
    outputs.write(Topic.STREAM_HEALTH, StreamHealth.class, health);
    outputs.deadLetters(undecodable, unreadable);
  }
}
