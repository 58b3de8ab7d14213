package org.saccade.local.run;

import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** The microsaccades job over recordings of gaze; 100 ms at 500 Hz a packet. */
final class GazeFiles extends SampleFiles {
  GazeFiles() {
    super(50);
  }

  @Override
  public Job job() {
    return new MicrosaccadesJob();
  }

  @Override
  void build(
      StreamExecutionEnvironment env,
      KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records,
      JobOutputs outputs,
      JobConfiguration configuration) {
    MicrosaccadesJob.build(records, null, outputs, configuration);
  }
}
