package org.saccade.jobs;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.jobs.config.Settings;

/** Flink's environment as every job of ours wants it. */
public final class JobEnvironment {
  private JobEnvironment() {}

  /** The environment that this process gives: a mini cluster, or the cluster that runs it. */
  public static StreamExecutionEnvironment of(JobConfiguration configuration) {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(options(configuration));
    env.setMaxParallelism(configuration.get(Settings.MAX_PARALLELISM).intValue());
    int parallelism = configuration.get(Settings.PARALLELISM).intValue();
    if (parallelism > 0) {
      env.setParallelism(parallelism);
    }
    return env;
  }

  /** Flink's options: ours first, over them what the user passes through. */
  public static Configuration options(JobConfiguration configuration) {
    Configuration options = new Configuration();
    // No Kryo, ever; an operator without a uid cannot be restored, so it is refused.
    options.set(PipelineOptions.GENERIC_TYPES, false);
    options.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    options.set(PipelineOptions.OBJECT_REUSE, true);
    options.set(StateBackendOptions.STATE_BACKEND, configuration.get(Settings.STATE_BACKEND));
    options.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    long interval = configuration.get(Settings.CHECKPOINT_MILLIS);
    if (interval > 0) {
      options.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(interval));
      options.set(
          CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
          ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    }
    String directory = configuration.get(Settings.CHECKPOINT_DIRECTORY);
    if (!directory.isEmpty()) {
      options.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, directory);
    }
    configuration.flinkOptions().forEach(options::setString);
    return options;
  }
}
