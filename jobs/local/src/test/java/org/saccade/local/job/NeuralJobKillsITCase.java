package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.test.junit5.InjectMiniCluster;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.connectors.recording.SampleHeader;
import org.saccade.connectors.replay.SamplePacketWriter;
import org.saccade.jobs.NeuralJob;
import org.saccade.local.broker.SharedBroker;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** Signals of three people through a job that is killed and restored at changing parallelism. */
class NeuralJobKillsITCase {
  private static final SampleRate RATE = SampleRate.of(100);
  private static final int SECONDS = 150;
  private static final int SAMPLES_PER_PACKET = 50;
  private static final List<String> PEOPLE = List.of("ada", "ben", "cy");

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  @RegisterExtension static final MiniClusterExtension FLINK = JobRuns.cluster();

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "rocksdb")
  void killedAndRestoredItTellsWhatAnUndisturbedRunTells(
      String backend, @InjectMiniCluster MiniCluster cluster) throws Exception {
    NeuralJob job = new NeuralJob();
    JobRuns runs = new JobRuns(BROKER.connection(), job);
    List<List<Packets.Keyed>> people = new ArrayList<>();
    for (int k = 0; k < PEOPLE.size(); k++) {
      people.add(packets(PEOPLE.get(k), 3_600_000_000L * k, k + 1));
    }
    List<Packets.Keyed> records = Packets.interleave(people, 4);
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "neural.step.seconds", "0.5",
                "neural.bands", "alpha=8-13, beta=13-30",
                "drift.model", "small",
                "drift.warm.up", "100"));
    Outputs killed;
    Map<String, String> alone = new TreeMap<>(settings);
    alone.put("job.parallelism", "1");
    Outputs undisturbed = runs.run(runs.topicOf(records), alone);
    Map<String, SpecificRecordBase> want = told(undisturbed);
    killed =
        new KilledRun(runs, job, cluster, folder)
            .over(records, settings, backend, outputs -> told(outputs).size() >= want.size());

    assertThat(told(killed).keySet()).isEqualTo(want.keySet());
    for (String person : PEOPLE) {
      assertThat(undisturbed.drifts())
          .as("the alpha rhythm of %s sets in", person)
          .anyMatch(
              d ->
                  d.getProvenance().getStream().equals(person)
                      && d.getFeature().equals("eeg_alpha"));
      assertThat(told(killed, person))
          .as("records of %s are the same", person)
          .isEqualTo(told(undisturbed, person));
    }
  }

  /** All but the summaries of series, which an endless run has not. */
  private static Map<String, SpecificRecordBase> told(Outputs outputs) {
    Map<String, SpecificRecordBase> told = new TreeMap<>(outputs.byId());
    told.values().removeIf(NeuralJobKillsITCase::sumsUpASeries);
    return told;
  }

  private static Map<String, SpecificRecordBase> told(Outputs outputs, String person) {
    Map<String, SpecificRecordBase> told = outputs.ofStream(person);
    told.values().removeIf(NeuralJobKillsITCase::sumsUpASeries);
    assertThat(told.values().stream().filter(Feature.class::isInstance))
        .hasSize(2 * (2 * (SECONDS - 2) + 1));
    return told;
  }

  private static boolean sumsUpASeries(SpecificRecordBase record) {
    return record instanceof StreamHealth health
        && health.getKind() == HealthKind.SUMMARY
        && health.getProvenance().getOperator().equals(NeuralJob.DRIFT);
  }

  /** Noise on four channels; two thirds in, an alpha rhythm sets in. */
  private static List<Packets.Keyed> packets(String person, long clock, long seed) {
    List<SampleChannel> channels = new ArrayList<>();
    for (String name : List.of("Fz", "Cz", "Pz", "Oz")) {
      channels.add(SampleChannel.of(name, ChannelType.EEG, "uV"));
    }
    SamplePacketWriter writer =
        new SamplePacketWriter(
            person,
            "one",
            new SampleHeader("test", channels, RATE, SampleEncoding.FLOAT64, null, Map.of()));
    SplittableRandom random = new SplittableRandom(seed);
    SampleBatch batch = new SampleBatch();
    List<Packets.Keyed> packets = new ArrayList<>();
    int n = SECONDS * 100;
    for (int from = 0; from < n; from += SAMPLES_PER_PACKET) {
      batch.shape(channels.size(), SAMPLES_PER_PACKET);
      for (int c = 0; c < channels.size(); c++) {
        for (int i = 0; i < SAMPLES_PER_PACKET; i++) {
          double alpha = from + i < n * 2 / 3 ? 0 : 15 * (c + 1) * Math.sin(0.2 * Math.PI * i);
          batch.channel(c)[i] = 10 * random.nextGaussian() + alpha;
        }
      }
      packets.add(
          new Packets.Keyed(
              person, writer.write(batch, 0, SAMPLES_PER_PACKET, from, clock + RATE.micros(from))));
    }
    packets.add(new Packets.Keyed(person, writer.writeEnd(n, clock + RATE.micros(n))));
    return packets;
  }
}
