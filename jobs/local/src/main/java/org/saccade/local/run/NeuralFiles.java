package org.saccade.local.run;

import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.types.Either;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.NeuralJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** The neural job over recordings of samples: EEG, MEG, field potentials. */
final class NeuralFiles extends SampleFiles {
  NeuralFiles() {
    super(100);
  }

  @Override
  public Job job() {
    return new NeuralJob();
  }

  @Override
  void build(
      StreamExecutionEnvironment env,
      KeyedStream<Either<RawSamplePacket, StreamMarker>, String> records,
      JobOutputs outputs,
      JobConfiguration configuration) {
    NeuralJob.build(records, FeatureFiles.noCommands(env), null, outputs, configuration);
  }
}
