package org.saccade.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.DriftSettings;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.operators.drift.DriftParameters;
import org.saccade.operators.drift.JointParameters;
import org.saccade.operators.drift.KeyedFeatureOperator;
import org.saccade.operators.drift.ModelSet;
import org.saccade.operators.joint.TrainedLayer;
import org.saccade.operators.state.SteeredOperator;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Drift;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.flink.RecordTypeInfo;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

/**
 * Features, of whatever sensor: single odd moments and lasting changes out.
 *
 * <pre>
 *   features ─▶ read-features ─keyBy(stream, name, source)─▶ drift ─▶ anomalies
 *                     │                        ┌──to all──▶    ├────▶ drifts
 *   control ──▶ read-controls ─────────────────┘               └────▶ stream-health
 *                     └──▶ dead-letters
 * </pre>
 *
 * <p>With {@code drift.joint} the key is stream and source, and its features are watched together
 * too.
 */
public final class DriftJob implements Job {
  /** Name of the job and uid of its keyed operator; part of the ids of its outputs. */
  public static final String NAME = "drift";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Topic> inputs() {
    return List.of(Topic.FEATURES, Topic.CONTROL);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(Topic.ANOMALIES, Topic.DRIFTS, Topic.STREAM_HEALTH, Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    JobInputs inputs = new JobInputs(NAME, env, configuration);
    DataStream<FeatureSample> values = inputs.features();
    DataStream<ControlCommand> commands = inputs.controls(NAME, KeyedFeatureOperator.COMMANDS);
    build(values, commands, outputs, configuration);
    outputs.write(Topic.DEAD_LETTERS, DeadLetter.class, inputs.unreadable());
  }

  /** From values and commands, wherever they come from. */
  public static void build(
      DataStream<FeatureSample> values,
      DataStream<ControlCommand> commands,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<Anomaly> anomalies = detect(values, commands, NAME, configuration);
    outputs.write(Topic.ANOMALIES, Anomaly.class, anomalies);
    outputs.write(Topic.DRIFTS, Drift.class, anomalies.getSideOutput(KeyedFeatureOperator.DRIFTS));
    outputs.write(
        Topic.STREAM_HEALTH,
        StreamHealth.class,
        anomalies.getSideOutput(KeyedFeatureOperator.HEALTH));
  }

  /**
   * The detectors alone. Of values that another operator of the job makes, that one tells of gaps
   * and resets.
   *
   * @param uid of the operator; part of the ids of its outputs
   */
  static SingleOutputStreamOperator<Anomaly> detect(
      DataStream<FeatureSample> values,
      DataStream<ControlCommand> commands,
      String uid,
      JobConfiguration configuration) {
    JointParameters joint = joint(configuration);
    DriftParameters parameters =
        uid.equals(NAME) ? parameters(configuration) : parameters(configuration).ofToldStreams();
    KeyedStream<FeatureSample, String> keyed =
        joint == null
            ? values.keyBy(value -> value.series().text(), Types.STRING)
            : values.keyBy(KeyedFeatureOperator::together, Types.STRING);
    return SteeredOperator.connect(
        keyed,
        commands,
        uid,
        new RecordTypeInfo<>(Anomaly.class),
        new KeyedFeatureOperator(parameters, joint, uid));
  }

  /** Which features are watched together; null: none. */
  private static JointParameters joint(JobConfiguration configuration) {
    String names = configuration.get(DriftSettings.JOINT).strip();
    String model = configuration.get(DriftSettings.JOINT_MODEL);
    try {
      if (!model.isEmpty()) {
        return JointParameters.trained(TrainedLayer.read(Path.of(model)));
      }
      return names.isEmpty()
          ? null
          : names.equals("*")
              ? JointParameters.all()
              : new JointParameters(List.of(names.split("\\s*,\\s*")), new byte[0]);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          DriftSettings.JOINT_MODEL.key() + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(DriftSettings.JOINT.key() + ": " + e.getMessage(), e);
    }
  }

  private static DriftParameters parameters(JobConfiguration configuration) {
    return new DriftParameters(
        ModelSet.valueOf(
            configuration.get(DriftSettings.MODEL).toUpperCase(Locale.ROOT).replace('-', '_')),
        configuration.get(DriftSettings.WARM_UP).intValue(),
        configuration.get(DriftSettings.RUN_LENGTH),
        configuration.get(DriftSettings.THRESHOLD),
        configuration.get(DriftSettings.GAP_INTERVALS),
        1_000_000 * configuration.get(DriftSettings.CLOCK_RESET_SECONDS),
        configuration.get(Settings.CACHE_MEBIBYTES) << 20,
        false,
        Expiry.of(configuration));
  }
}
