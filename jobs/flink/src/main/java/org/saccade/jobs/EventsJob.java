package org.saccade.jobs;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.events.KeyedEventOperator;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Flow;
import org.saccade.schemas.Frame;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.Track;
import org.saccade.schemas.packet.RawEventPacket;

/**
 * Event cameras: packets in; filtered packets, rates, what is seen in them, and the stream's health
 * out.
 *
 * <pre>
 *   dvs.events ─▶ read-packets ─keyBy(stream)─▶ events ─▶ dvs.filtered
 *                      │                          ├─────▶ dvs.corners
 *                      │                          ├─────▶ features
 *                      │                          ├─────▶ frames, flow, tracks
 *                      │                          ├─────▶ stream-health
 *                      └──▶ dead-letters ◀────────┘
 * </pre>
 */
public final class EventsJob implements Job {
  /** Name of the job and uid of its keyed operator; part of the ids of its outputs. */
  public static final String NAME = "events";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Topic> inputs() {
    return List.of(Topic.DVS_EVENTS);
  }

  @Override
  public List<Topic> outputs() {
    return List.of(
        Topic.DVS_FILTERED,
        Topic.FEATURES,
        Topic.DVS_CORNERS,
        Topic.FRAMES,
        Topic.FLOW,
        Topic.TRACKS,
        Topic.STREAM_HEALTH,
        Topic.DEAD_LETTERS);
  }

  @Override
  public void fromKafka(
      StreamExecutionEnvironment env, JobOutputs outputs, JobConfiguration configuration) {
    JobInputs inputs = new JobInputs(NAME, env, configuration);
    DataStream<RawEventPacket> packets = inputs.events();
    build(packets, inputs.unreadable(), outputs, configuration);
  }

  /**
   * From packets, wherever they come from.
   *
   * @param unreadable records that were refused before they were packets; null: none can be
   */
  public static void build(
      DataStream<RawEventPacket> packets,
      DataStream<DeadLetter> unreadable,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SingleOutputStreamOperator<EventPacket> events =
        packets
            .keyBy(RawEventPacket::stream, Types.STRING)
            .transform(
                NAME,
                KeyedEventOperator.OUTPUT,
                new KeyedEventOperator(EventStreamSettings.of(configuration), NAME))
            .uid(NAME);
    DataStream<DeadLetter> undecodable = events.getSideOutput(KeyedEventOperator.DEAD_LETTERS);

    outputs.write(Topic.DVS_FILTERED, EventPacket.class, events);
    outputs.write(
        Topic.DVS_CORNERS, EventPacket.class, events.getSideOutput(KeyedEventOperator.CORNERS));
    outputs.write(Topic.FEATURES, Feature.class, events.getSideOutput(KeyedEventOperator.FEATURES));
    outputs.write(Topic.FRAMES, Frame.class, events.getSideOutput(KeyedEventOperator.FRAMES));
    outputs.write(Topic.FLOW, Flow.class, events.getSideOutput(KeyedEventOperator.FLOW));
    outputs.write(Topic.TRACKS, Track.class, events.getSideOutput(KeyedEventOperator.TRACKS));
    outputs.write(
        Topic.STREAM_HEALTH, StreamHealth.class, events.getSideOutput(KeyedEventOperator.HEALTH));
    outputs.deadLetters(undecodable, unreadable);
  }
}
