package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.jobs.EventsJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.run.RunningJob;
import org.saccade.schemas.HealthKind;

/**
 * A job that is killed again and again, at random moments, at changing parallelism: by taking its
 * task manager away, and by ending it and restoring it from its last checkpoint.
 */
class EventsJobKillsITCase {
  private static final int KILLS = Integer.getInteger("saccade.kills", 20);
  private static final int[] PARALLELISM = {1, 4, 2, 4, 1, 2};
  private static final long MAX_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension static final MiniClusterExtension FLINK = JobRuns.cluster();

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(42);

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void killedAtRandomMomentsItGivesTheRecordsOfAnUndisturbedRun(
      String backend, @InjectMiniCluster MiniCluster cluster) throws Exception {
    JobRuns runs = new JobRuns(BROKER.connection());
    List<Packets.Keyed> records =
        Packets.interleave(
            List.of(
                Packets.session("a", "one", 0, 200, 1),
                Packets.session("b", "one", 3_600_000_000L, 200, 2),
                Packets.session("c", "one", 1L << 48, 200, 3)),
            4);
    Outputs undisturbed = runs.run(runs.topicOf(records), Map.of("job.parallelism", "1"));

    String input = runs.topicOf(List.of());
    JobConfiguration configuration = runs.configure(input, options(backend));
    int sent = 0;
    String restore = null;
    for (int kill = 0; kill < KILLS; kill++) {
      int until = records.size() * (kill + 1) / (KILLS + 1);
      runs.append(input, records.subList(sent, until));
      sent = until;
      int parallelism = PARALLELISM[kill % PARALLELISM.length];
      try (RunningJob job = start(configuration, parallelism, restore)) {
        job.awaitRunning();
        LockSupport.parkNanos(random.nextLong(MAX_WAIT_NANOS));
        if (kill % 3 == 0) {
          cluster.terminateTaskManager(0).get();
          cluster.startTaskManager();
          job.awaitRunning();
          LockSupport.parkNanos(random.nextLong(MAX_WAIT_NANOS));
        }
      }
      restore = lastCheckpoint(restore);
    }
    assertThat(restore).as("a checkpoint to restore from").isNotNull();
    runs.append(input, records.subList(sent, records.size()));
    try (RunningJob job = start(configuration, 2, restore)) {
      while (summaries(runs.outputs(configuration)) < 3) {
        job.failIfEnded();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }

    Outputs killed = runs.outputs(configuration);
    assertThat(killed.byId().keySet()).isEqualTo(undisturbed.byId().keySet());
    for (String stream : List.of("a", "b", "c")) {
      assertThat(killed.ofStream(stream).equals(undisturbed.ofStream(stream)))
          .as("records of %s are the same", stream)
          .isTrue();
    }
    System.out.printf(
        "%s: %d kills, %d records on the topics, %d different ones%n",
        backend, KILLS, killed.records(), killed.byId().size());
  }

  private Map<String, String> options(String backend) {
    Map<String, String> options = new HashMap<>();
    options.put("job.state.backend", backend);
    options.put("job.checkpoint.millis", "100");
    options.put("job.checkpoint.directory", folder.resolve(backend).toUri().toString());
    options.put("flink.restart-strategy.type", "fixed-delay");
    options.put("flink.restart-strategy.fixed-delay.attempts", "100");
    options.put("flink.restart-strategy.fixed-delay.delay", "50 ms");
    return options;
  }

  private static RunningJob start(JobConfiguration configuration, int parallelism, String restore)
      throws Exception {
    Map<String, String> more = new HashMap<>();
    more.put("job.parallelism", Integer.toString(parallelism));
    if (restore != null) {
      more.put("flink.execution.state-recovery.path", restore);
    }
    JobConfiguration here = configuration.with(more);
    StreamExecutionEnvironment env = JobEnvironment.of(here);
    new EventsJob().fromKafka(env, here);
    JobClient client = env.executeAsync("killed");
    return new RunningJob(client);
  }

  /** The newest checkpoint that is complete; the one before where there is none. */
  private String lastCheckpoint(String before) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.endsWith("_metadata"))
          .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
          .map(file -> file.getParent().toUri().toString())
          .orElse(before);
    }
  }

  private static long summaries(Outputs outputs) {
    return outputs.health().stream().filter(h -> h.getKind() == HealthKind.SUMMARY).count();
  }
}
