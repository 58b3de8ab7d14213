package org.saccade.jobs;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.KafkaRecord;
import org.saccade.connectors.kafka.ReadControls;
import org.saccade.connectors.kafka.ReadSamplePackets;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.NeuralSettings;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.drift.KeyedFeatureOperator;
import org.saccade.operators.neural.NeuralStage;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Feature;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.FeatureSampleSerializer;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * EEG, MEG, field potentials: packets of samples in; features, what is odd or changes in them, and
 * the stream's health out.
 *
 * <pre>
 *   neuro.samples ─▶ read-samples ─keyBy(stream)─▶ neural ─┬──────────────────────▶ features
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
    return List.of(Topic.NEURO_SAMPLES, Topic.CONTROL);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(
        Topic.FEATURES, Topic.ANOMALIES, Topic.DRIFTS, Topic.STREAM_HEALTH, Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    String url = configuration.get(Settings.REGISTRY_URL);
    String registry = url.isEmpty() ? null : url;
    SingleOutputStreamOperator<RawSamplePacket> packets =
        source(env, configuration, Topic.NEURO_SAMPLES)
            .process(new ReadSamplePackets(NAME, registry))
            .uid("read-samples")
            .name("read-samples");
    SingleOutputStreamOperator<ControlCommand> commands =
        source(env, configuration, Topic.CONTROL)
            .process(new ReadControls(NAME, registry, DRIFT, KeyedFeatureOperator.COMMANDS))
            .uid("read-controls")
            .name("read-controls");
    build(
        packets,
        commands,
        packets
            .getSideOutput(ReadSamplePackets.DEAD_LETTERS)
            .union(commands.getSideOutput(ReadControls.DEAD_LETTERS)),
        outputs,
        configuration);
  }

  private static DataStream<KafkaRecord> source(
      StreamExecutionEnvironment env, JobConfiguration configuration, Topic topic) {
    return env.fromSource(
            new Kafka(configuration).input(topic).source(),
            WatermarkStrategy.noWatermarks(),
            topic.defaultName())
        .uid("source-" + topic.defaultName());
  }

  /**
   * From packets, wherever they come from.
   *
   * @param unreadable records that were refused before they were packets; null: none can be
   */
  public static void build(
      DataStream<RawSamplePacket> packets,
      DataStream<ControlCommand> commands,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<Feature> features =
        packets
            .keyBy(RawSamplePacket::stream, Types.STRING)
            .transform(
                NAME,
                new RecordTypeInfo<>(Feature.class),
                new KeyedSampleOperator<>(
                    SampleStreamSettings.of(configuration),
                    new NeuralStage.Stages(NeuralStages.of(configuration)),
                    NAME))
            .uid(NAME);
    DataStream<StreamHealth> health = features.getSideOutput(KeyedSampleOperator.HEALTH);
    DataStream<DeadLetter> undecodable = features.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    outputs.write(Topic.FEATURES, Feature.class, features);
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
    outputs.write(
        Topic.DEAD_LETTERS,
        DeadLetter.class,
        unreadable == null ? undecodable : undecodable.union(unreadable));
  }
}
