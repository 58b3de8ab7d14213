package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.DriftJob;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.Kafka;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.run.RunningJob;
import org.saccade.schemas.Command;
import org.saccade.schemas.Control;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.Direction;
import org.saccade.schemas.Drift;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.wire.RecordCodec;

/** The drift job between real topics: killed and restored, and commanded. */
class DriftJobITCase {
  private static final int KILLS = Integer.getInteger("saccade.kills", 5);
  private static final int[] PARALLELISM = {1, 4, 2, 4, 1, 2};
  private static final int LENGTH = 600;
  private static final int STEPPED = 450;
  private static final long STEP_MICROS = 10_000;
  private static final Map<String, String> SMALL =
      Map.of(
          "drift.model", "small",
          "drift.warm.up", "100",
          "drift.run.length", "100000");

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension static final MiniClusterExtension FLINK = JobRuns.cluster();

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(42);
  private final RecordCodec<Feature> features = new RecordCodec<>(Feature.class);
  private final RecordCodec<Control> controls = new RecordCodec<>(Control.class);

  private List<Packets.Keyed> values(String stream, int from, int to, IntToDoubleFunction of) {
    List<Packets.Keyed> values = new ArrayList<>();
    for (int i = from; i < to; i++) {
      Feature feature =
          new Feature(null, stream, "one", "rate", i * STEP_MICROS, of.applyAsDouble(i));
      values.add(new Packets.Keyed(stream, features.encode(feature)));
    }
    return values;
  }

  /** Noise around 100; one odd value, and a lasting step at the end. */
  private static IntToDoubleFunction noise(long seed) {
    return i ->
        new SplittableRandom(seed * 10_000 + i).nextDouble(95, 105)
            + (i == 300 ? 400 : 0)
            + (i >= STEPPED ? 30 : 0);
  }

  private static JobRuns runs() {
    return new JobRuns(BROKER.connection(), new DriftJob());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void killedAtRandomMomentsItGivesTheRecordsOfAnUndisturbedRun(
      String backend, @InjectMiniCluster MiniCluster cluster) throws Exception {
    JobRuns runs = runs();
    List<String> streams = List.of("a", "b", "c");
    List<Packets.Keyed> records =
        Packets.interleave(
            List.of(
                values("a", 0, LENGTH, noise(1)),
                values("b", 0, LENGTH, noise(2)),
                values("c", 0, LENGTH, noise(3))),
            4);
    // A new session each at the end: its summary says that all before it has been seen.
    for (String stream : streams) {
      Feature feature = new Feature(null, stream, "two", "rate", 0L, 100.0);
      records.add(new Packets.Keyed(stream, features.encode(feature)));
    }
    Map<String, String> options = new HashMap<>(SMALL);
    Outputs undisturbed = runs.run(runs.topicOf(records), options);
    assertThat(undisturbed.drifts()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(undisturbed.anomalies()).hasSizeGreaterThanOrEqualTo(3);

    options.putAll(checkpointing(backend));
    String input = runs.topicOf(List.of());
    JobConfiguration configuration = runs.configure(input, options);
    int sent = 0;
    String restore = null;
    for (int kill = 0; kill < KILLS; kill++) {
      int until = records.size() * (kill + 1) / (KILLS + 1);
      runs.append(input, records.subList(sent, until));
      sent = until;
      try (RunningJob job = start(configuration, PARALLELISM[kill % PARALLELISM.length], restore)) {
        job.awaitRunning();
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(500)));
        if (kill % 3 == 0) {
          cluster.terminateTaskManager(0).get();
          cluster.startTaskManager();
          job.awaitRunning();
          LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(500)));
        }
        // On a busy machine the first checkpoint takes longer than that.
        while (restore == null && lastCheckpoint(null) == null) {
          job.failIfEnded();
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
      }
      restore = lastCheckpoint(restore);
    }
    assertThat(restore).as("a checkpoint to restore from").isNotNull();
    runs.append(input, records.subList(sent, records.size()));
    try (RunningJob job = start(configuration, 2, restore)) {
      while (summaries(runs.outputs(configuration)) < streams.size()) {
        job.failIfEnded();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    Outputs killed = runs.outputs(configuration);
    for (String stream : streams) {
      Map<String, ?> want = undisturbed.ofStream(stream);
      // The undisturbed run's input ends, and with it the last sessions.
      want.values().removeIf(DriftJobITCase::isTheEndOfTheInput);
      assertThat(killed.ofStream(stream).equals(want)).as("records of %s", stream).isTrue();
    }
  }

  private static boolean isTheEndOfTheInput(Object record) {
    return record instanceof StreamHealth h && h.getDetail().contains("ended_by=end_of_input");
  }

  private Map<String, String> checkpointing(String backend) {
    return Map.of(
        "job.state.backend",
        backend,
        "job.checkpoint.millis",
        "100",
        "job.checkpoint.directory",
        folder.resolve(backend).toUri().toString(),
        "flink.restart-strategy.type",
        "fixed-delay",
        "flink.restart-strategy.fixed-delay.attempts",
        "100",
        "flink.restart-strategy.fixed-delay.delay",
        "50 ms");
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
    new DriftJob().fromKafka(env, here);
    return new RunningJob(env.executeAsync("killed"));
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

  @Test
  void tellsALastingChangeWithItsBeginAndItsDirection() throws Exception {
    Outputs outputs = runs().run(runs().topicOf(values("cam", 0, LENGTH, noise(7))), SMALL);
    assertThat(outputs.drifts())
        .filteredOn(d -> d.getDecided() >= STEPPED * STEP_MICROS)
        .extracting(Drift::getDirection)
        .first()
        .isEqualTo(Direction.UP);
    assertThat(outputs.anomalies()).anyMatch(a -> a.getTime() == 300 * STEP_MICROS);
  }

  /** One stream each; what is not asserted of a stream is that nothing else is told of it. */
  @Test
  void oddInputHasItsAnswerAndLeavesTheOthersAlone() throws Exception {
    double[] none = {
      Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -Double.MAX_VALUE
    };
    List<Packets.Keyed> backward = values("backward", 0, 200, i -> 100 + i % 5);
    Collections.reverse(backward.subList(100, 200));
    long month = 30L * 86_400_000_000L / STEP_MICROS;
    List<Packets.Keyed> gap = new ArrayList<>(values("gap", 0, 200, i -> 100 + i % 5));
    gap.addAll(values("gap", 200 + (int) month, 400 + (int) month, i -> 100 + i % 5));
    Outputs outputs =
        runs()
            .run(
                runs()
                    .topicOf(
                        Packets.interleave(
                            List.of(
                                values("no-numbers", 0, 200, i -> none[i % 4]),
                                values("constant", 0, 400, i -> 42),
                                values("step", 0, 400, i -> i < 200 ? 100 + i % 5 : 1e30),
                                backward,
                                gap,
                                values("once", 0, 1, i -> 1)),
                            9)),
                SMALL);
    assertThat(told(outputs, "no-numbers")).containsExactly("OTHER 200", "SUMMARY 200");
    assertThat(told(outputs, "constant")).containsExactly("SUMMARY 400");
    assertThat(told(outputs, "step")).containsExactly("SUMMARY 400");
    assertThat(told(outputs, "backward")).containsExactly("GAP 99", "LATE 99", "SUMMARY 101");
    assertThat(told(outputs, "gap")).containsExactly("GAP " + month, "SUMMARY 400");
    assertThat(told(outputs, "once")).containsExactly("SUMMARY 1");
    assertThat(outputs.anomalies())
        .extracting(a -> a.getProvenance().getStream())
        .containsOnly("step");
    assertThat(outputs.drifts())
        .extracting(d -> d.getProvenance().getStream() + " " + d.getDirection())
        .containsExactly("step UP");
  }

  private static List<String> told(Outputs outputs, String stream) {
    return outputs.health().stream()
        .filter(h -> h.getProvenance().getStream().equals(stream))
        .map(h -> h.getKind() + " " + h.getCount())
        .sorted()
        .toList();
  }

  @Test
  @Timeout(60)
  void aCommandOnItsTopicReachesTheSeriesAndOneThatIsUnknownTheDeadLetters() throws Exception {
    JobRuns runs = runs();
    String input = runs.topicOf(values("cam", 0, 200, noise(1)));
    JobConfiguration configuration = runs.configure(input, SMALL);
    String control = Kafka.names(configuration).of(Topic.CONTROL);
    runs.append(
        control,
        List.of(
            control("cam", Command.FREEZE),
            control("cam", Command.LOAD_MODEL),
            new Packets.Keyed("cam", new byte[] {1, 2, 3})));
    try (RunningJob job = start(configuration, 2, null)) {
      int next = 200;
      while (runs.records(configuration, Topic.STREAM_HEALTH, StreamHealth.class).isEmpty()
          || runs.records(configuration, Topic.DEAD_LETTERS, DeadLetter.class).size() < 2) {
        job.failIfEnded();
        runs.append(input, values("cam", next, next + 1, noise(1)));
        next++;
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
      }
    }
    assertThat(runs.records(configuration, Topic.STREAM_HEALTH, StreamHealth.class))
        .extracting(StreamHealth::getDetail)
        .contains("rate: FREEZE on arrival");
    assertThat(runs.records(configuration, Topic.DEAD_LETTERS, DeadLetter.class))
        .extracting(DeadLetter::getMessage)
        .anyMatch(m -> m.contains("drift does not know LOAD_MODEL"))
        .anyMatch(m -> m.contains("found 3 bytes"));
  }

  private Packets.Keyed control(String stream, Command command) {
    return new Packets.Keyed(
        stream, controls.encode(new Control(stream, "drift", command, "", null, null)));
  }
}
