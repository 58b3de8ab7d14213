package org.saccade.local.run;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.operators.stream.MarkedPacketOperator;
import org.saccade.schemas.flink.RawEventPacketTypeInfo;
import org.saccade.schemas.packet.RawEventPacket;

/** The spikepoint job over event-camera recordings; without markers and commands. */
final class SpikePointFiles extends EventRecordings {
  @Override
  public Job job() {
    return new SpikePointJob();
  }

  @Override
  void build(
      StreamExecutionEnvironment env,
      DataStream<RawEventPacket> packets,
      JobOutputs outputs,
      JobConfiguration configuration) {
    SpikePointJob.build(
        MarkedPacketOperator.unmarked(packets, new RawEventPacketTypeInfo()),
        FeatureFiles.noCommands(env),
        null,
        outputs,
        configuration);
  }
}
