package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.replay.ReadSampleRecordings;
import org.saccade.connectors.replay.RecordingStream;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.NeuralJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.RawSamplePacket;

/** The neural job over recordings of samples: EEG, MEG, field potentials. */
final class NeuralFiles implements JobFiles {
  /** Samples a packet. */
  private static final int SAMPLES = 100;

  @Override
  public Job job() {
    return new NeuralJob();
  }

  @Override
  public void check(Path file, ReadOptions options) throws IOException {
    SampleFormats.open(file, options).close();
  }

  @Override
  public void build(
      StreamExecutionEnvironment env,
      List<Path> files,
      ReadOptions options,
      JobOutputs outputs,
      JobConfiguration configuration)
      throws IOException {
    for (Path file : files) {
      check(file, options);
    }
    List<RecordingStream> streams = RecordingStream.of(files, StreamNames.of(files), options);
    DataStream<RawSamplePacket> packets =
        env.fromSource(
                new NumberSequenceSource(0, streams.size() - 1L),
                WatermarkStrategy.noWatermarks(),
                "recordings")
            .uid("recordings")
            .flatMap(new ReadSampleRecordings(streams, options, SAMPLES))
            .uid("read-recordings")
            .name("read-recordings");
    DataStream<ControlCommand> commands = FeatureFiles.noCommands(env);
    NeuralJob.build(packets, commands, null, outputs, configuration);
  }
}
