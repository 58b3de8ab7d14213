package org.saccade.local.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.saccade.jobs.Job;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.run.RunningJob;

/**
 * A job whose input grows while it is killed and restored: in turn the job is cancelled, or its
 * task manager ends under it first; each time it goes on from its last checkpoint with another
 * number of subtasks.
 */
final class KilledRun {
  private static final int[] PARALLELISM = {1, 4, 2, 4};

  private final JobRuns runs;
  private final Job job;
  private final MiniCluster cluster;
  private final Path checkpoints;
  private final SplittableRandom random = new SplittableRandom(42);

  /**
   * @param folder that is the run's own
   */
  KilledRun(JobRuns runs, Job job, MiniCluster cluster, Path folder) {
    this.runs = runs;
    this.job = job;
    this.cluster = cluster;
    checkpoints = folder.resolve("checkpoints");
  }

  /**
   * Runs it over records until all of its outputs are there.
   *
   * @param settings of the job
   * @param backend of its state
   */
  Outputs over(
      List<Packets.Keyed> records,
      Map<String, String> settings,
      String backend,
      Predicate<Outputs> done)
      throws Exception {
    Map<String, String> all = new TreeMap<>(checkpointing(backend));
    all.putAll(settings);
    String input = runs.topicOf(List.of());
    JobConfiguration configuration = runs.configure(input, all);
    int sent = 0;
    String restore = null;
    for (int kill = 0; kill < PARALLELISM.length; kill++) {
      int until = records.size() * (kill + 1) / (PARALLELISM.length + 1);
      runs.append(input, records.subList(sent, until));
      sent = until;
      try (RunningJob running = start(configuration, PARALLELISM[kill], restore)) {
        running.awaitRunning();
        String before = restore;
        while (Objects.equals(restore, before)) {
          running.failIfEnded();
          LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
          restore = lastCheckpoint(before);
        }
        if (kill % 2 == 1) {
          cluster.terminateTaskManager(0).get();
          cluster.startTaskManager();
          running.awaitRunning();
          LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
        }
      }
      restore = lastCheckpoint(restore);
    }
    runs.append(input, records.subList(sent, records.size()));
    try (RunningJob running = start(configuration, 2, restore)) {
      while (!done.test(runs.outputs(configuration))) {
        running.failIfEnded();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    return runs.outputs(configuration);
  }

  private Map<String, String> checkpointing(String backend) {
    return Map.of(
        "job.state.backend",
        backend,
        "job.checkpoint.millis",
        "100",
        "job.checkpoint.directory",
        checkpoints.toUri().toString(),
        "flink.restart-strategy.type",
        "fixed-delay",
        "flink.restart-strategy.fixed-delay.attempts",
        "100",
        "flink.restart-strategy.fixed-delay.delay",
        "50 ms");
  }

  private RunningJob start(JobConfiguration configuration, int parallelism, String restore)
      throws Exception {
    Map<String, String> more = new TreeMap<>();
    more.put("job.parallelism", Integer.toString(parallelism));
    if (restore != null) {
      more.put("flink.execution.state-recovery.path", restore);
    }
    JobConfiguration here = configuration.with(more);
    StreamExecutionEnvironment env = JobEnvironment.of(here);
    job.fromKafka(env, here);
    return new RunningJob(env.executeAsync("killed"));
  }

  /** The newest checkpoint that is complete; the one before where there is none. */
  private String lastCheckpoint(String before) throws IOException {
    if (!Files.exists(checkpoints)) {
      return before;
    }
    try (Stream<Path> files = Files.walk(checkpoints)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(file -> file.getParent().toUri().toString())
          .orElse(before);
    }
  }
}
