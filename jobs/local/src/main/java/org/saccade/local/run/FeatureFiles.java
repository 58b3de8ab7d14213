package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.jobs.DriftJob;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.replay.StreamNames;
import org.saccade.schemas.flink.ControlCommandSerializer;
import org.saccade.schemas.flink.FeatureSampleSerializer;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

/** The drift job over files of features: JSON lines as other jobs write them, or CSV series. */
public final class FeatureFiles implements JobFiles {
  @Override
  public Job job() {
    return new DriftJob();
  }

  @Override
  public void check(Path file, ReadOptions options) throws IOException {
    FeatureFile.check(file);
  }

  /** Each file is read by one subtask, in its order; there are no commands. */
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
    DataStream<FeatureSample> values =
        numbers(env, files.size(), "features")
            .flatMap(
                new FeatureFile.Read(
                    files.stream().map(Path::toString).toList(), StreamNames.of(files)))
            .returns(FeatureSampleSerializer.TYPE)
            .uid("read-features")
            .name("read-features");
    DriftJob.build(values, noCommands(env), outputs, configuration);
  }

  /** Commands that never come, for a job over files. */
  public static DataStream<ControlCommand> noCommands(StreamExecutionEnvironment env) {
    return numbers(env, 1, "no-commands")
        .<ControlCommand>flatMap((number, out) -> {})
        .returns(ControlCommandSerializer.TYPE)
        .uid("read-controls")
        .name("read-controls");
  }

  private static DataStream<Long> numbers(StreamExecutionEnvironment env, int n, String name) {
    return env.fromSource(
            new NumberSequenceSource(0, n - 1L), WatermarkStrategy.noWatermarks(), name)
        .uid(name);
  }
}
