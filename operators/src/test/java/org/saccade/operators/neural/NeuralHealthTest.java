package org.saccade.operators.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.samples.SampleHarness;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * What is told of a stream of samples in which things go wrong, however it is cut; and what is told
 * of its clock. Which records exactly: {@link FaultsTest}.
 */
class NeuralHealthTest {
  private static final int RATE = 250;
  private static final long SECOND = 1_000_000;
  private static final NeuralStage.Stages STAGES =
      new NeuralStage.Stages(NeuralParameters.DEFAULTS);

  /** Two gaps, a channel that goes flat, a gain that jumps, a clock that falls back by an hour. */
  private static SimulatedEeg eeg() {
    return new EegSimulation(
            EegParameters.DEFAULTS,
            Montage.tenTwenty(),
            RATE,
            60,
            17,
            List.of(
                new EegEpisode(Kind.GAP, -1, 6 * RATE + 20, 7 * RATE, 0),
                new EegEpisode(Kind.DEAD, 4, 11 * RATE + 3, 17 * RATE + 100, 0),
                new EegEpisode(Kind.GAIN, -1, 22 * RATE + 77, 30 * RATE + 5, 2.5),
                new EegEpisode(Kind.GAP, -1, 34 * RATE, 36 * RATE + 1, 0),
                new EegEpisode(Kind.CLOCK, -1, 42 * RATE, 42 * RATE, -3600e6)))
        .run();
  }

  private static long micros(double sample) {
    return 5 * SECOND + Math.round(sample / RATE * SECOND);
  }

  private static List<StreamHealth> health(List<RawSamplePacket> packets) throws Exception {
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      return harness.offer(packets).health();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 2000})
  void itIsTheSameHoweverThePacketsAreCut(int size) throws Exception {
    SimulatedEeg eeg = eeg();
    assertThat(lines(health(EegPackets.of("ada", eeg, size)), false))
        .isEqualTo(lines(health(EegPackets.of("ada", eeg, 50)), false));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void itIsTheSameAfterRestoresAndRescales(boolean rocks) throws Exception {
    List<RawSamplePacket> packets = EegPackets.of("ada", eeg(), 50);
    assertThat(
            lines(
                SampleHarness.rescaled(
                    STAGES,
                    "neural",
                    packets,
                    rocks,
                    new int[] {1, 2, 1, 3, 2, 1, 4},
                    h -> {
                      return h.health();
                    }),
                true))
        .isEqualTo(lines(health(packets), true));
  }

  /**
   * @param ofPackets whether those are wanted that speak of packets
   */
  private static List<String> lines(List<StreamHealth> told, boolean ofPackets) {
    return told.stream()
        .filter(
            h ->
                ofPackets
                    || h.getKind() != HealthKind.SUMMARY && h.getKind() != HealthKind.CLOCK_RESET)
        .map(
            h ->
                HexFormat.of().formatHex(h.getProvenance().getId().bytes())
                    + " "
                    + h.getKind()
                    + " "
                    + h.getState()
                    + " "
                    + h.getProvenance().getStart()
                    + " "
                    + h.getProvenance().getEnd()
                    + " "
                    + h.getCount()
                    + " "
                    + h.getDetail().replaceAll("packet \\d+", "packet"))
        .sorted()
        .toList();
  }

  @Test
  void aFlatChannelIsLeftOutOfTheAverages() throws Exception {
    SimulatedEeg eeg =
        new EegSimulation(
                EegParameters.DEFAULTS.still(),
                Montage.of(4),
                RATE,
                20,
                3,
                List.of(new EegEpisode(Kind.DEAD, 0, 5 * RATE, 20 * RATE, 0)))
            .run();
    List<Feature> left;
    List<Feature> kept;
    try (SampleHarness<Feature> leaving = SampleHarness.of(STAGES, "neural");
        SampleHarness<Feature> keeping =
            SampleHarness.of(
                new NeuralStage.Stages(
                    new NeuralParameters(
                        List.of(),
                        new org.saccade.operators.signal.watch.WatchParameters(
                            0.5, 0.5, 6, 3, 1.5, 60, false),
                        NeuralParameters.DEFAULTS.chain(),
                        NeuralParameters.DEFAULTS.features())),
                "neural")) {
      left = leaving.offer(EegPackets.of("ada", eeg, 50)).found();
      kept = keeping.offer(EegPackets.of("ada", eeg, 50)).found();
    }
    // Three channels that have an average of three, or four that have one with the dead one.
    assertThat(left).hasSameSizeAs(kept);
    assertThat(value(left, 4)).isEqualTo(value(kept, 4));
    assertThat(value(left, 15)).isNotEqualTo(value(kept, 15));
  }

  private static double value(List<Feature> found, int second) {
    return found.stream()
        .filter(f -> f.getName().equals("eeg_beta") && f.getTime() == micros(RATE * second))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** Packets of 100 ms whose clock goes as told, from a second on. */
  private static List<RawSamplePacket> clock(
      double seconds, java.util.function.LongUnaryOperator at) {
    NeuralPackets noise = NeuralPackets.noise(3, 4, (int) (seconds * RATE));
    List<RawSamplePacket> packets = new ArrayList<>();
    for (int from = 0; from < noise.samples(); from += 25) {
      packets.add(
          noise.packet(
              packets.size(),
              from,
              from + 25,
              5 * SECOND + at.applyAsLong(SampleRate.of(RATE).micros(from)),
              from + 25 == noise.samples()));
    }
    return packets;
  }

  private static List<StreamHealth> ofClock(List<StreamHealth> told) {
    return told.stream().filter(h -> h.getKind() != HealthKind.SUMMARY).toList();
  }

  @Test
  void aRateThatIsNotTheNominalOneIsOpenWhileItIs() throws Exception {
    // From 4 s on samples come ten in a hundred slower, until 10 s.
    List<StreamHealth> told =
        ofClock(
            health(
                clock(
                    20,
                    t ->
                        t + Math.round(0.1 * Math.max(0, Math.min(t, 10 * SECOND) - 4 * SECOND)))));
    assertThat(told).extracting(StreamHealth::getKind).containsOnly(HealthKind.RATE);
    assertThat(told)
        .extracting(StreamHealth::getState)
        .containsExactly(HealthState.OPEN, HealthState.CLOSED);
    assertThat(told.get(0).getProvenance().getId()).isEqualTo(told.get(1).getProvenance().getId());
    assertThat(told.get(0).getProvenance().getStart()).isBetween(8 * SECOND, 10 * SECOND);
    assertThat(told.get(1).getProvenance().getEnd()).isBetween(14 * SECOND, 17 * SECOND);
    assertThat(told.get(0).getDetail()).contains("227.", "250 Hz");
  }

  @Test
  void aClockThatDriftsIsToldAfterAMinute() throws Exception {
    List<StreamHealth> told = ofClock(health(clock(150, t -> t + t / 2000)));
    assertThat(told)
        .extracting(h -> h.getKind() + " " + h.getState())
        .containsExactly("CLOCK_DRIFT OPEN", "CLOCK_DRIFT CLOSED");
    assertThat(told.get(1).getDetail()).contains("ends");
    assertThat(ofClock(health(clock(150, t -> t + t / 20_000)))).isEmpty();
  }

  @Test
  void aClockThatJumpsWithoutAMissingSampleIsTold() throws Exception {
    List<StreamHealth> told = ofClock(health(clock(20, t -> t + (t >= 8 * SECOND ? 300_000 : 0))));
    assertThat(told)
        .extracting(h -> h.getKind() + " " + h.getState())
        .containsExactly("CLOCK_RESET POINT");
    assertThat(told.get(0).getDetail()).contains("jumped by 300000 µs");
    // Stamps that come and go by some milliseconds are no news.
    assertThat(ofClock(health(clock(90, t -> t + (t / 100_000 * 7919) % 8000)))).isEmpty();
  }
}
