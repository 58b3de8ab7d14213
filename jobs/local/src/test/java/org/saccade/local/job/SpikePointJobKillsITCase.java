package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.jobs.JobEnvironment;
import org.saccade.jobs.SpikePointJob;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.RandomModels;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.run.RunningJob;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.schemas.Classification;
import org.saccade.schemas.Command;
import org.saccade.schemas.Control;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.wire.RecordCodec;

/** The spikepoint job is killed and restored, and its model swapped meanwhile. */
class SpikePointJobKillsITCase {
  private static final List<String> CAMERAS = List.of("a", "b", "c");
  private static final int PACKETS = 40;

  /** Sensor time from which the other model is in force: when most packets have been sent. */
  private static final long SWAP = 300_000;

  private static final Preprocessing WINDOWS =
      new Preprocessing(40_000, 20_000, 0, 20, 0, 0, 64, 48, Preprocessing.Polarity.BOTH);

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension static final MiniClusterExtension FLINK = JobRuns.cluster();

  @TempDir Path folder;

  private final JobRuns runs = new JobRuns(BROKER.connection(), new SpikePointJob());

  @ParameterizedTest
  @ValueSource(strings = {"hashmap", "rocksdb"})
  void killedRestoredAndSwappedItSaysWhatAnUndisturbedRunSays(
      String backend, @InjectMiniCluster MiniCluster cluster) throws Exception {
    List<Packets.Keyed> records =
        Packets.interleave(
            CAMERAS.stream().map(c -> Packets.session(c, "one", 0, PACKETS, c.hashCode())).toList(),
            4);
    Map<String, String> settings =
        Map.of(
            "spikepoint.model", model("first", 1).toString(),
            "spikepoint.votes", "true",
            "topics.control", runs.topicOf(commands()));
    Outputs undisturbed = undisturbed(records, settings);
    Outputs killed =
        new KilledRun(runs, new SpikePointJob(), cluster, folder)
            .over(records, settings, backend, outputs -> summaries(outputs) == CAMERAS.size());

    for (String camera : CAMERAS) {
      Map<String, SpecificRecordBase> expected = undisturbed.ofStream(camera);
      assertThat(killed.ofStream(camera).keySet()).isEqualTo(expected.keySet());
      assertThat(killed.ofStream(camera).equals(expected))
          .as("records of %s are the same", camera)
          .isTrue();
      assertThat(
              expected.values().stream()
                  .filter(Classification.class::isInstance)
                  .map(r -> ((Classification) r).getProvenance().getModel())
                  .collect(Collectors.toSet()))
          .as("models that classified windows of %s", camera)
          .hasSize(2);
    }
    assertThat(undisturbed.deadLetters()).hasSize(1);
    assertThat(undisturbed.deadLetters().get(0).getMessage())
        .isEqualTo("LOAD_MODEL: " + folder.resolve("none") + ": no such file");
  }

  private Path model(String name, long seed) throws IOException {
    return RandomModels.write(folder.resolve(name), WINDOWS, List.of("x", "y", "z"), seed);
  }

  /** Another model, and one that is not there. */
  private List<Packets.Keyed> commands() throws IOException {
    RecordCodec<Control> codec = new RecordCodec<>(Control.class);
    List<Packets.Keyed> commands = new ArrayList<>();
    for (Path file : List.of(model("second", 2), folder.resolve("none"))) {
      Control control =
          new Control("*", SpikePointJob.NAME, Command.LOAD_MODEL, file.toString(), null, SWAP);
      commands.add(new Packets.Keyed("*", codec.encode(control)));
    }
    return commands;
  }

  /** The commands are read before the packets from which they hold are sent. */
  private Outputs undisturbed(List<Packets.Keyed> records, Map<String, String> settings)
      throws Exception {
    String input = runs.topicOf(records.subList(0, records.size() / 4));
    JobConfiguration configuration =
        runs.configure(input, settings).with(Map.of("job.parallelism", "1"));
    StreamExecutionEnvironment env = JobEnvironment.of(configuration);
    new SpikePointJob().fromKafka(env, configuration);
    try (RunningJob running = new RunningJob(env.executeAsync("undisturbed"))) {
      await(running, configuration, outputs -> !outputs.deadLetters().isEmpty());
      runs.append(input, records.subList(records.size() / 4, records.size()));
      await(running, configuration, outputs -> summaries(outputs) == CAMERAS.size());
    }
    return runs.outputs(configuration);
  }

  private void await(
      RunningJob running,
      JobConfiguration configuration,
      java.util.function.Predicate<Outputs> until)
      throws Exception {
    while (!until.test(runs.outputs(configuration))) {
      running.failIfEnded();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
    }
  }

  private static long summaries(Outputs outputs) {
    return outputs.health().stream().filter(h -> h.getKind() == HealthKind.SUMMARY).count();
  }
}
