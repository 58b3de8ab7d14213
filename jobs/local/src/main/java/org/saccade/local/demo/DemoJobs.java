package org.saccade.local.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.run.LocalFlink;
import org.saccade.local.run.RunningJob;

/** Jobs side by side in this process, each on a mini cluster of its own. */
final class DemoJobs implements AutoCloseable {
  private final List<RunningJob> running = new ArrayList<>();

  private DemoJobs() {}

  /**
   * Starts them and waits until they read.
   *
   * @param configuration with the brokers' address; metrics of the first are served where it says,
   *     those of the others on any port
   * @param own what holds for one of them alone, by job
   */
  static DemoJobs start(
      List<Job> jobs, JobConfiguration configuration, Map<Job, Map<String, String>> own)
      throws Exception {
    DemoJobs all = new DemoJobs();
    try {
      List<Integer> ports = new ArrayList<>();
      for (Job job : jobs) {
        Map<String, String> settings = new HashMap<>(own.getOrDefault(job, Map.of()));
        if (!ports.isEmpty()) {
          settings.put("metrics.port", "0");
        }
        JobConfiguration config = LocalFlink.configure(configuration.with(settings));
        StreamExecutionEnvironment env = JobEnvironment.of(config);
        job.fromKafka(env, config);
        all.running.add(RunningJob.start(env, "saccade demo, " + job.name()));
        ports.add(LocalFlink.restPort(config));
      }
      for (int i = 0; i < ports.size(); i++) {
        all.running.get(i).awaitTasks(ports.get(i));
      }
      return all;
    } catch (Exception e) {
      all.close();
      throw e;
    }
  }

  /**
   * Does nothing while all of them run.
   *
   * @throws org.saccade.local.run.JobFailedException if one has failed, with the reason
   */
  void failIfEnded() throws Exception {
    for (RunningJob job : running) {
      job.failIfEnded();
    }
  }

  @Override
  public void close() {
    running.forEach(RunningJob::close);
  }
}
