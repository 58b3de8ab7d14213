package org.saccade.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.config.ConfigurationException;
import org.saccade.jobs.config.JobConfiguration;

/**
 * A job's entry on a cluster.
 *
 * <pre>flink run saccade-jobs-…-cluster.jar events --config saccade.yaml --set key=value</pre>
 */
public final class JobMain {
  private static final String USAGE = "expected: JOB [--config FILE] [--set key=value …]";

  private JobMain() {}

  public static void main(String[] args) throws Exception {
    if (args.length == 0) {
      throw new ConfigurationException(USAGE);
    }
    Path file = null;
    List<String> assignments = new ArrayList<>();
    for (int i = 1; i < args.length; i += 2) {
      if (i + 1 == args.length) {
        throw new ConfigurationException(args[i] + " has no value; " + USAGE);
      }
      switch (args[i]) {
        case "--config" -> file = Path.of(args[i + 1]);
        case "--set" -> assignments.add(args[i + 1]);
        default -> throw new ConfigurationException(args[i] + " is not known; " + USAGE);
      }
    }
    Job job =
        Jobs.named(args[0])
            .orElseThrow(
                () ->
                    new ConfigurationException(
                        "there is no job " + args[0] + "; there is: " + Jobs.names()));
    JobConfiguration configuration = JobConfiguration.load(file, System.getenv(), assignments);
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    job.fromKafka(env, configuration);
    env.executeAsync("saccade " + job.name());
  }
}
