package org.saccade.jobs;

import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.gaze.GazeParameters;
import org.saccade.operators.gaze.MicrosaccadeStage;
import org.saccade.operators.gaze.TrialMarkers;
import org.saccade.operators.samples.KeyedSampleOperator;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RawSamplePacketTypeInfo;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Gaze: packets of samples and markers in; microsaccades and the stream's health out.
 *
 * <pre>
 *   neuro.samples ─▶ read-samples ─┬─keyBy(stream)─▶ microsaccades ─▶ microsaccades
 *   markers ───────▶ read-markers ─┘                      │  └──────▶ stream-health
 *                         └──────▶ dead-letters ◀─────────┘
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
    return List.of(Topic.NEURO_SAMPLES, Topic.MARKERS);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(Topic.MICROSACCADES, Topic.STREAM_HEALTH, Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    JobInputs inputs = new JobInputs(NAME, env, configuration);
    KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records =
        MarkedPacketOperator.join(
            inputs.samples(), inputs.markers(), new RawSamplePacketTypeInfo());
    build(records, inputs.unreadable(), outputs, configuration);
  }

  /**
   * From packets and markers, wherever they come from.
   *
   * @param unreadable records that were refused before they were packets; null: none can be, for
   *     they are of files, and nobody else is given those
   */
  public static void build(
      KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<Microsaccade> found =
        records
            .transform(
                NAME,
                new RecordTypeInfo<>(Microsaccade.class),
                new KeyedSampleOperator<>(
                    SampleStreamSettings.of(configuration),
                    new MicrosaccadeStage.Stages(gaze(configuration)),
                    unreadable == null,
                    NAME))
            .uid(NAME);
    DataStream<DeadLetter> undecodable = found.getSideOutput(KeyedSampleOperator.DEAD_LETTERS);
    outputs.write(Topic.MICROSACCADES, Microsaccade.class, found);
    outputs.write(
        Topic.STREAM_HEALTH, StreamHealth.class, found.getSideOutput(KeyedSampleOperator.HEALTH));
    outputs.deadLetters(undecodable, unreadable);
  }

  private static GazeParameters gaze(JobConfiguration configuration) {
    double maxAmplitude = configuration.get(Settings.MICROSACCADES_MAX_AMPLITUDE);
    try {
      return new GazeParameters(
          configuration.get(Settings.MICROSACCADES_LAMBDA),
          configuration.get(Settings.MICROSACCADES_MIN_DURATION).intValue(),
          configuration.get(Settings.MICROSACCADES_WINDOW),
          configuration.get(Settings.MICROSACCADES_EYES).equals("each"),
          configuration.get(Settings.MICROSACCADES_MIN_INTERVAL),
          maxAmplitude == 0 ? Double.POSITIVE_INFINITY : maxAmplitude,
          configuration.get(Settings.MICROSACCADES_TRIAL),
          markers(configuration));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("configuration: microsaccades.trial.*: " + e.getMessage());
    }
  }

  private static TrialMarkers markers(JobConfiguration configuration) {
    return configuration.get(Settings.MICROSACCADES_TRIAL_BY).equals("markers")
        ? new TrialMarkers(
            configuration.get(Settings.MICROSACCADES_TRIAL_BEGIN),
            configuration.get(Settings.MICROSACCADES_TRIAL_END),
            configuration.get(Settings.MICROSACCADES_TRIAL_WAIT))
        : null;
  }
}
