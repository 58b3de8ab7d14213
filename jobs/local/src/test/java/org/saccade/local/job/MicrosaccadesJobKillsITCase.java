package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.ReadOptions;
import org.saccade.connectors.recording.SampleFormats;
import org.saccade.connectors.recording.SampleRecording;
import org.saccade.connectors.replay.SamplePacketWriter;
import org.saccade.connectors.replay.SampleSession;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.demo.GazeFile;
import org.saccade.local.run.RunningJob;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.simulators.gaze.GazeSimulation;

/** Gaze of three people through a job that is killed and restored at changing parallelism. */
class MicrosaccadesJobKillsITCase {
  private static final int[] PARALLELISM = {1, 4, 2, 4};
  private static final double SECONDS = 30;
  private static final int SAMPLES_PER_PACKET = 25;
  private static final List<String> PEOPLE = List.of("ada", "ben", "cy");

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setConfiguration(new Configuration())
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(4)
              .build());

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(42);

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void killedAndRestoredItFindsTheMicrosaccadesOfAnUndisturbedRun(
      String backend, @InjectMiniCluster MiniCluster cluster) throws Exception {
    JobRuns runs = new JobRuns(BROKER.connection(), new MicrosaccadesJob());
    List<List<Packets.Keyed>> people = new ArrayList<>();
    for (int k = 0; k < PEOPLE.size(); k++) {
      people.add(packets(PEOPLE.get(k), 3_600_000_000L * k, k + 1));
    }
    List<Packets.Keyed> records = Packets.interleave(people, 4);
    // Whole trials too: their buffers are the larger part of the state.
    Map<String, String> trials = Map.of("microsaccades.trial.seconds", "60");
    Outputs undisturbed =
        runs.run(runs.topicOf(records), with(trials, Map.of("job.parallelism", "1")));

    String input = runs.topicOf(List.of());
    JobConfiguration configuration = runs.configure(input, with(trials, checkpointing(backend)));
    int sent = 0;
    String restore = null;
    for (int kill = 0; kill < PARALLELISM.length; kill++) {
      int until = records.size() * (kill + 1) / (PARALLELISM.length + 1);
      runs.append(input, records.subList(sent, until));
      sent = until;
      try (RunningJob job = start(configuration, PARALLELISM[kill], restore)) {
        job.awaitRunning();
        String before = restore;
        while (java.util.Objects.equals(restore, before)) {
          job.failIfEnded();
          LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
          restore = lastCheckpoint(before);
        }
        if (kill % 2 == 1) {
          cluster.terminateTaskManager(0).get();
          cluster.startTaskManager();
          job.awaitRunning();
          LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(400)));
        }
      }
      restore = lastCheckpoint(restore);
    }
    runs.append(input, records.subList(sent, records.size()));
    try (RunningJob job = start(configuration, 2, restore)) {
      while (summaries(runs.outputs(configuration)) < PEOPLE.size()) {
        job.failIfEnded();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }

    Outputs killed = runs.outputs(configuration);
    assertThat(killed.byId().keySet()).isEqualTo(undisturbed.byId().keySet());
    for (String person : PEOPLE) {
      Map<String, SpecificRecordBase> expected = undisturbed.ofStream(person);
      assertThat(expected.values().stream().filter(Microsaccade.class::isInstance).count())
          .as("microsaccades of %s, by both methods", person)
          .isGreaterThan((long) SECONDS);
      assertThat(killed.ofStream(person).equals(expected))
          .as("records of %s are the same", person)
          .isTrue();
    }
  }

  /** What replay puts onto the topic. */
  private List<Packets.Keyed> packets(String person, long clock, long seed) throws IOException {
    Path file = folder.resolve(person + ".csv");
    GazeFile.write(file, GazeSimulation.of(SECONDS, seed).run(), clock);
    List<Packets.Keyed> packets = new ArrayList<>();
    try (SampleRecording recording = SampleFormats.open(file, ReadOptions.DEFAULT)) {
      SampleSession session =
          new SampleSession(
              recording,
              new SamplePacketWriter(person, "one", recording.header()),
              SAMPLES_PER_PACKET);
      for (byte[] value = session.next(); value != null; value = session.next()) {
        packets.add(new Packets.Keyed(person, value));
      }
    }
    return packets;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(some);
    all.putAll(more);
    return all;
  }

  private Map<String, String> checkpointing(String backend) {
    return Map.of(
        "job.state.backend",
        backend,
        "job.checkpoint.millis",
        "100",
        "job.checkpoint.directory",
        folder.resolve("checkpoints").toUri().toString(),
        "flink.restart-strategy.type",
        "fixed-delay",
        "flink.restart-strategy.fixed-delay.attempts",
        "100",
        "flink.restart-strategy.fixed-delay.delay",
        "50 ms");
  }

  private static RunningJob start(JobConfiguration configuration, int parallelism, String restore)
      throws Exception {
    Map<String, String> more = new TreeMap<>();
    more.put("job.parallelism", Integer.toString(parallelism));
    if (restore != null) {
      more.put("flink.execution.state-recovery.path", restore);
    }
    JobConfiguration here = configuration.with(more);
    StreamExecutionEnvironment env = JobEnvironment.of(here);
    new MicrosaccadesJob().fromKafka(env, here);
    return new RunningJob(env.executeAsync("killed"));
  }

  /** The newest checkpoint that is complete; the one before where there is none. */
  private String lastCheckpoint(String before) throws IOException {
    Path checkpoints = folder.resolve("checkpoints");
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

  private static long summaries(Outputs outputs) {
    return outputs.health().stream().filter(h -> h.getKind() == HealthKind.SUMMARY).count();
  }
}
