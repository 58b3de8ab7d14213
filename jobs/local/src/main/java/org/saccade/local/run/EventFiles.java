package org.saccade.local.run;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.schemas.packet.RawEventPacket;

/** The events job over event-camera recordings. */
final class EventFiles extends EventRecordings {
  @Override
  public Job job() {
    return new EventsJob();
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
