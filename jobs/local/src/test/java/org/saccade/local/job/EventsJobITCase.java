package org.saccade.local.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.saccade.connectors.kafka.Topic;
import org.saccade.jobs.config.JobConfiguration;
import org.saccade.local.broker.SharedBroker;
import org.saccade.schemas.DeadLetter;
import org.saccade.schemas.EventPacket;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.wire.EventPackets;
import org.saccade.schemas.wire.RejectedRecordException;

class EventsJobITCase {
  private static final long HOUR = 3_600_000_000L;
  private static final long TEN_YEARS = 87_660 * HOUR;
  private static final int MUTATED = 10_000;

  @RegisterExtension static final SharedBroker BROKER = new SharedBroker();

  private static JobRuns runs;

  @BeforeAll
  static void useTheBroker() {
    runs = new JobRuns(BROKER.connection());
  }

  private static List<List<Packets.Keyed>> cameras() {
    List<Packets.Keyed> restarting =
        new ArrayList<>(Packets.session("hour", "before", HOUR, 40, 2).subList(0, 25));
    restarting.addAll(Packets.session("hour", "after", 0, 30, 3));
    return List.of(
        Packets.session("zero", "only", 0, 60, 1),
        restarting,
        Packets.session("decade", "only", TEN_YEARS, 60, 4));
  }

  @Test
  void sensorsWhoseClocksDifferInOnePartitionEachGiveWhatTheyGiveAlone() throws Exception {
    List<List<Packets.Keyed>> cameras = cameras();
    Map<String, Map<String, SpecificRecordBase>> alone = new HashMap<>();
    for (List<Packets.Keyed> camera : cameras) {
      String stream = camera.get(0).stream();
      Outputs outputs = runs.run(runs.topicOf(camera), Map.of("job.parallelism", "1"));
      alone.put(stream, outputs.ofStream(stream));
      assertThat(alone.get(stream)).hasSizeGreaterThan(camera.size());
    }
    String together = runs.topicOf(Packets.interleave(cameras, 5));
    for (int parallelism : new int[] {1, 2, 4}) {
      Outputs outputs =
          runs.run(together, Map.of("job.parallelism", Integer.toString(parallelism)));
      for (String stream : alone.keySet()) {
        assertThat(outputs.ofStream(stream))
            .as("%s at parallelism %d", stream, parallelism)
            .isEqualTo(alone.get(stream));
      }
    }
  }

  @Test
  void aSensorThatRestartsIsReportedAsAResetOfItsClock() throws Exception {
    Outputs outputs = runs.run(runs.topicOf(cameras().get(1)), Map.of());
    assertThat(outputs.health())
        .filteredOn(health -> health.getKind() == HealthKind.CLOCK_RESET)
        .singleElement()
        .satisfies(
            reset -> {
              assertThat(reset.getProvenance().getSession()).isEqualTo("after");
              assertThat(reset.getDetail()).contains("before");
            });
  }

  @Test
  void everyMutatedPacketEndsUsedOrLateOrInTheDeadLetters() throws Exception {
    List<Packets.Keyed> valid =
        Packets.interleave(
            List.of(
                Packets.session("zero", "only", 0, MUTATED / 2, 1),
                Packets.session("decade", "only", TEN_YEARS, MUTATED / 2, 4)),
            6);
    SplittableRandom random = new SplittableRandom(7);
    List<Packets.Keyed> input = new ArrayList<>();
    for (Packets.Keyed record : valid) {
      input.add(Packets.mutate(record, valid, random));
    }
    String topic = runs.topicOf(input);
    JobConfiguration run = runs.execute(topic, Map.of("job.parallelism", "2"));

    int used = runs.records(run, Topic.DVS_FILTERED, EventPacket.class).size();
    long late =
        runs.records(run, Topic.STREAM_HEALTH, StreamHealth.class).stream()
            .filter(h -> h.getKind() == HealthKind.LATE || h.getKind() == HealthKind.DUPLICATE)
            .mapToLong(StreamHealth::getCount)
            .sum();
    List<DeadLetter> dead = runs.records(run, Topic.DEAD_LETTERS, DeadLetter.class);
    // A last packet that cannot be used still ends its session downstream, by an empty packet.
    long ends = dead.stream().filter(EventsJobITCase::isALastPacket).count();
    assertThat(used - ends + late + dead.size())
        .as("%d used, %d late or twice, %d dead letters", used - ends, late, dead.size())
        .isEqualTo(MUTATED);
    assertThat(used).isPositive();
    assertThat(late).isPositive();
    assertThat(dead).isNotEmpty();
    for (DeadLetter letter : dead) {
      assertThat(letter.getTopic()).isEqualTo(topic);
      assertThat(letter.getMessage()).isNotBlank();
      byte[] sent = input.get((int) letter.getOffset()).value();
      byte[] kept = new byte[letter.getValue().remaining()];
      letter.getValue().duplicate().get(kept);
      assertThat(kept).isEqualTo(sent);
    }
  }

  private static boolean isALastPacket(DeadLetter letter) {
    byte[] value = new byte[letter.getValue().remaining()];
    letter.getValue().duplicate().get(value);
    try {
      return new EventPackets().read(value, Origin.file(0)).last();
    } catch (RejectedRecordException e) {
      return false;
    }
  }
}
