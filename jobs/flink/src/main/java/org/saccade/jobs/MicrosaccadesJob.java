package org.saccade.jobs;

import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.KafkaRecord;
import org.saccade.connectors.kafka.ReadSamplePackets;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.gaze.GazeParameters;
import org.saccade.operators.gaze.MicrosaccadeStage;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;

/**
 * Gaze: packets of samples in; microsaccades and the stream's health out.
 *
 * <pre>
 *   neuro.samples ─▶ read-samples ─keyBy(stream)─▶ microsaccades ─▶ microsaccades
 *                         │                             ├─────────▶ stream-health
 *                         └──▶ dead-letters ◀───────────┘
 * </pre>
 */
public final class MicrosaccadesJob implements Job {
  /** Name of the job and uid of its keyed operator; part of the ids of its outputs. */
  public static final String NAME = "microsaccades";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Topic> inputs() {
    return List.of(Topic.NEURO_SAMPLES);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(Topic.MICROSACCADES, Topic.STREAM_HEALTH, Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    DataStream<KafkaRecord> records =
        env.fromSource(
                new Kafka(configuration).input(Topic.NEURO_SAMPLES).source(),
                WatermarkStrategy.noWatermarks(),
                Topic.NEURO_SAMPLES.defaultName())
            .uid("source");
    String registry = configuration.get(Settings.REGISTRY_URL);
    SingleOutputStreamOperator<RawSamplePacket> packets =
        records
            .process(new ReadSamplePackets(NAME, registry.isEmpty() ? null : registry))
            .uid("read-samples")
            .name("read-samples");
    build(packets, packets.getSideOutput(ReadSamplePackets.DEAD_LETTERS), outputs, configuration);
  }

  /**
   * From packets, wherever they come from.
   *
   * @param unreadable records that were refused before they were packets; null: none can be
   */
  public static void build(
      DataStream<RawSamplePacket> packets,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<Microsaccade> found =
        packets
            .keyBy(RawSamplePacket::stream, Types.STRING)
            .transform(
                NAME,
                new RecordTypeInfo<>(Microsaccade.class),
                new KeyedSampleOperator<>(
                    SampleStreamSettings.of(configuration),
                    new MicrosaccadeStage.Stages(gaze(configuration)),
                    NAME))
            .uid(NAME);
    DataStream<DeadLetter> undecodable = found.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    outputs.write(Topic.MICROSACCADES, Microsaccade.class, found);
    outputs.write(
        Topic.STREAM_HEALTH, StreamHealth.class, found.getSideOutput(KeyedSampleOperator.HEALTH));
    outputs.write(
        Topic.DEAD_LETTERS,
        DeadLetter.class,
        unreadable == null ? undecodable : undecodable.union(unreadable));
  }

  private static GazeParameters gaze(JobConfiguration configuration) {
    double maxAmplitude = configuration.get(Settings.MICROSACCADES_MAX_AMPLITUDE);
    return new GazeParameters(
        configuration.get(Settings.MICROSACCADES_LAMBDA),
        configuration.get(Settings.MICROSACCADES_MIN_DURATION).intValue(),
        configuration.get(Settings.MICROSACCADES_WINDOW),
        configuration.get(Settings.MICROSACCADES_EYES).equals("each"),
        configuration.get(Settings.MICROSACCADES_MIN_INTERVAL),
        maxAmplitude == 0 ? Double.POSITIVE_INFINITY : maxAmplitude,
        configuration.get(Settings.MICROSACCADES_TRIAL));
  }
}
