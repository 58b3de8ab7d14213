package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.runtime.minicluster.MiniCluster;
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
import org.saccade.jobs.MicrosaccadesJob;
import org.saccade.local.broker.SharedBroker;
import org.saccade.local.demo.GazeFile;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.simulators.gaze.GazeSimulation;

/** Gaze of three people through a job that is killed and restored at changing parallelism. */
class MicrosaccadesJobKillsITCase {
  private static final double SECONDS = 30;
  private static final int SAMPLES_PER_PACKET = 25;
  private static final List<String> PEOPLE = List.of("ada", "ben", "cy");

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension static final MiniClusterExtension FLINK = JobRuns.cluster();

  @TempDir Path folder;

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

    Outputs killed =
        new KilledRun(runs, new MicrosaccadesJob(), cluster, folder)
            .over(records, trials, backend, outputs -> summaries(outputs) == PEOPLE.size());
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

  private static long summaries(Outputs outputs) {
    return outputs.health().stream().filter(h -> h.getKind() == HealthKind.SUMMARY).count();
  }
}
