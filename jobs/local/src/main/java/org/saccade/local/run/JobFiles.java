package org.saccade.local.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobOutputs;
import org.saccade.jobs.config.JobConfiguration;

/** A job over files: what it reads in the place of its topic. */
public interface JobFiles {
  /** All jobs that run here. The next one is a class and a word in this list. */
  List<JobFiles> ALL =
      List.of(
          new EventFiles(),
          new GazeFiles(),
          new NeuralFiles(),
          new FeatureFiles(),
          new SpikePointFiles());

  Job job();

  /**
   * Looks whether a file is one that the job reads.
   *
   * @throws org.saccade.connectors.recording.UnreadableRecordingException if it is not; the message
   *     begins with the path
   */
  void check(Path file, ReadOptions options) throws IOException;

  /**
   * Adds the job's topology: from files, each a stream of its own, to wherever.
   *
   * @throws org.saccade.connectors.recording.UnreadableRecordingException if one cannot be used
   */
  void build(
      StreamExecutionEnvironment env,
      List<Path> files,
      ReadOptions options,
      JobOutputs outputs,
      JobConfiguration configuration)
      throws IOException;
}
