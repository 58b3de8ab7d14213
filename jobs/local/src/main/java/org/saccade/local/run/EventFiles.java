package org.saccade.local.run;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.kafka.Topic;
import org.saccade.connectors.replay.ReadTriggers;
import org.saccade.connectors.replay.RecordingSplit;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.schemas.Marker;
import org.saccade.schemas.packet.RawEventPacket;

/** The events job over event-camera recordings; their trigger edges become markers. */
final class EventFiles extends EventRecordings {
  @Override
  public Job job() {
    return new EventsJob();
  }

  @Override
  void markers(StreamExecutionEnvironment env, List<RecordingSplit> recordings, JobOutputs outputs)
      throws IOException {
    outputs.write(
        Topic.MARKERS,
        Marker.class,
        env.fromSource(
                new NumberSequenceSource(0, recordings.size() - 1L),
                WatermarkStrategy.noWatermarks(),
                "recorded-triggers")
            .uid("recorded-triggers")
            .flatMap(new ReadTriggers(recordings))
            .uid("read-triggers")
            .name("read-triggers"));
  }

  @Override
  void build(
      StreamExecutionEnvironment env,
      DataStream<RawEventPacket> packets,
      JobOutputs outputs,
      JobConfiguration configuration) {
    EventsJob.build(packets, null, outputs, configuration);
  }
}
