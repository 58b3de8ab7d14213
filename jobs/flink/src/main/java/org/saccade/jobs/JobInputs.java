package org.saccade.jobs;

import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.ReadControls;
import org.saccade.connectors.kafka.ReadEventPackets;
import org.saccade.connectors.kafka.ReadFeatures;
import org.saccade.connectors.kafka.ReadMarkers;
import org.saccade.connectors.kafka.ReadRecords;
import org.saccade.connectors.kafka.ReadSamplePackets;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;
import org.saccade.schemas.Command;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/**
 * The topics of one job, each as a stream of what its records hold; those that hold something else
 * are collected.
 *
 * <pre>
 *   topic ─▶ source-… ─▶ read-… ─▶ packets, markers, commands, values
 *                           └────▶ {@link #unreadable}
 * </pre>
 */
final class JobInputs {
  private final String job;
  private final StreamExecutionEnvironment env;
  private final JobConfiguration configuration;
  private final String registry;
  private DataStream<DeadLetter> unreadable;

  /**
   * @param job name that dead letters carry
   */
  JobInputs(String job, StreamExecutionEnvironment env, JobConfiguration configuration) {
    this.job = job;
    this.env = env;
    this.configuration = configuration;
    String url = configuration.get(Settings.REGISTRY_URL);
    registry = url.isEmpty() ? null : url;
  }

  /** {@code dvs.events}. */
  DataStream<RawEventPacket> events() {
    return read(Topic.DVS_EVENTS, new ReadEventPackets(job, registry), "read-packets");
  }

  /** {@code neuro.samples}. */
  DataStream<RawSamplePacket> samples() {
    return read(Topic.NEURO_SAMPLES, new ReadSamplePackets(job, registry), "read-samples");
  }

  /** {@code markers}. */
  DataStream<StreamMarker> markers() {
    return read(Topic.MARKERS, new ReadMarkers(job, registry), "read-markers");
  }

  /** {@code features}. */
  DataStream<FeatureSample> features() {
    return read(Topic.FEATURES, new ReadFeatures(job, registry), "read-features");
  }

  /**
   * {@code control}.
   *
   * @param operator uid of the operator that obeys
   * @param known commands that it knows
   */
  DataStream<ControlCommand> controls(String operator, Set<Command> known) {
    return read(Topic.CONTROL, new ReadControls(job, registry, operator, known), "read-controls");
  }

  /** What could not be read of all that was asked for before; at least one topic was. */
  DataStream<DeadLetter> unreadable() {
    return unreadable;
  }

  private <T> DataStream<T> read(Topic topic, ReadRecords<T> reader, String uid) {
    SingleOutputStreamOperator<T> records =
        env.fromSource(
                new Kafka(configuration).input(topic).source(),
                WatermarkStrategy.noWatermarks(),
                topic.defaultName())
            .uid("source-" + topic.defaultName())
            .process(reader)
            .uid(uid)
            .name(uid);
    DataStream<DeadLetter> refused = records.getSideOutput(ReadRecords.DEAD_LETTERS);
    unreadable = unreadable == null ? refused : unreadable.union(refused);
    return records;
  }
}
