package org.saccade.operators.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.drift.DriftParameters;
import org.saccade.operators.drift.FeatureHarness;
import org.saccade.operators.samples.SampleHarness;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;
import org.saccade.simulators.eeg.EegEpisode;
import org.saccade.simulators.eeg.EegEpisode.Kind;
import org.saccade.simulators.eeg.EegParameters;
import org.saccade.simulators.eeg.EegSimulation;
import org.saccade.simulators.eeg.Montage;
import org.saccade.simulators.eeg.SimulatedEeg;

/**
 * Exactly what is told of a recording with gaps, a reset of the clock, a channel that goes flat and
 * a jump of the amplifier's gain, with the job's default settings: each within a second, each with
 * its interval, and nothing else.
 */
class FaultsTest {
  private static final NeuralStage.Stages STAGES =
      new NeuralStage.Stages(NeuralParameters.DEFAULTS);
  private static final double BEGIN = 5;
  private static final int PACKETS_A_SECOND = 10;

  /** What goes wrong, seconds from a begin. */
  enum Fault {
    GAP(Kind.GAP, 2.03, 5, 0),
    LOST_PACKETS(null, 8, 9.5, 0),
    FLAT(Kind.DEAD, 14.01, 22.4, 0),
    GAIN(Kind.GAIN, 28.31, 39.02, 2.5),
    RESET(Kind.CLOCK, 45, 45, -7e6);

    private final Kind kind;
    private final double from;
    private final double to;
    private final double size;

    Fault(Kind kind, double from, double to, double size) {
      this.kind = kind;
      this.from = from;
      this.to = to;
      this.size = size;
    }
  }

  private record Scene(SimulatedEeg eeg, Set<Fault> faults, double begin) {
    static Scene of(double rate, int seconds, double begin, long seed, Set<Fault> faults) {
      List<EegEpisode> wrong = new ArrayList<>();
      for (Fault f : faults) {
        if (f.kind != null) {
          int channel = f == Fault.FLAT ? 2 : -1;
          wrong.add(
              new EegEpisode(
                  f.kind,
                  channel,
                  sample(rate, begin + f.from),
                  sample(rate, begin + f.to),
                  f.size));
        }
      }
      EegParameters still = EegParameters.DEFAULTS.still();
      return new Scene(
          new EegSimulation(still, Montage.of(6), rate, seconds, seed, wrong).run(), faults, begin);
    }

    private static int sample(double rate, double seconds) {
      return (int) Math.round(rate * seconds);
    }

    List<RawSamplePacket> packets(int size) {
      List<RawSamplePacket> packets = EegPackets.of("ada", eeg, size);
      if (faults.contains(Fault.LOST_PACKETS)) {
        int from = sample(eeg.rate(), begin + Fault.LOST_PACKETS.from);
        int to = sample(eeg.rate(), begin + Fault.LOST_PACKETS.to);
        packets.removeIf(p -> p.firstSample() >= from && p.firstSample() + p.count() <= to);
      }
      return packets;
    }

    List<RawSamplePacket> packets() {
      return packets((int) (eeg.rate() / PACKETS_A_SECOND));
    }
  }

  private static Stream<Arguments> scenes() {
    List<Arguments> scenes = new ArrayList<>();
    for (double rate : new double[] {250, 487.5, 1000}) {
      for (Fault fault : Fault.values()) {
        scenes.add(Arguments.of(rate, EnumSet.of(fault)));
      }
      scenes.add(Arguments.of(rate, EnumSet.allOf(Fault.class)));
      scenes.add(Arguments.of(rate, EnumSet.noneOf(Fault.class)));
    }
    return scenes.stream();
  }

  @ParameterizedTest(name = "{1} at {0} Hz")
  @MethodSource("scenes")
  void eachIsToldOnceWithinASecondAndNothingElse(double rate, Set<Fault> faults) throws Exception {
    Scene scene = Scene.of(rate, 55, 3, 5, faults);
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      harness.offer(scene.packets());
      assertTold(scene, harness.health());
      assertThat(harness.deadLetters()).isEmpty();
    }
  }

  private static void assertTold(Scene scene, List<StreamHealth> told) {
    List<String> expected = new ArrayList<>();
    for (Fault f : scene.faults()) {
      expected.addAll(
          switch (f) {
            case GAP, LOST_PACKETS -> List.of("GAP OPEN", "GAP CLOSED");
            case FLAT -> List.of("FLAT OPEN", "FLAT CLOSED");
            case GAIN -> List.of("GAIN OPEN", "GAIN CLOSED");
            case RESET -> List.of("CLOCK_RESET POINT");
          });
    }
    expected.add("SUMMARY POINT");
    assertThat(told)
        .extracting(h -> h.getKind() + " " + h.getState())
        .containsExactlyElementsOf(expected);
    int at = 0;
    double period = 1 / scene.eeg().rate();
    for (Fault f : scene.faults()) {
      double from = BEGIN + scene.begin() + f.from;
      StreamHealth first = told.get(at++);
      if (f == Fault.RESET) {
        assertThat(seconds(first.getProvenance().getStart()))
            .isCloseTo(from + f.size / 1e6, within(period));
        continue;
      }
      StreamHealth closed = told.get(at++);
      assertThat(closed.getProvenance().getId()).isEqualTo(first.getProvenance().getId());
      // A jump of the gain is placed where it is most likely, to some samples.
      double exact = f == Fault.GAIN ? 5 * period : f == Fault.LOST_PACKETS ? 0.11 : 2 * period;
      assertThat(seconds(first.getProvenance().getStart())).isCloseTo(from, within(exact));
      assertThat(closed.getProvenance().getStart()).isEqualTo(first.getProvenance().getStart());
      assertThat(seconds(closed.getProvenance().getEnd()))
          .isCloseTo(BEGIN + scene.begin() + f.to, within(exact));
      if (f == Fault.FLAT || f == Fault.GAIN) {
        assertThat(first.getCount()).as("samples until known").isLessThan((long) (1 / period));
        assertThat(first.getDetail())
            .startsWith(f == Fault.FLAT ? "channel E3 is flat" : "all channels are 2.");
      }
    }
  }

  private static double seconds(long micros) {
    return micros / 1e6;
  }

  @Test
  void behindTheDetectorsTooNothingElseIsTold() throws Exception {
    int warm = DriftParameters.DEFAULTS.warmUp();
    Scene scene = Scene.of(250, warm + 90, warm + 20, 2, EnumSet.allOf(Fault.class));
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural");
        FeatureHarness detectors = FeatureHarness.of(DriftParameters.DEFAULTS.ofToldStreams())) {
      harness.offer(scene.packets());
      assertTold(scene, harness.health());
      detectors.offer(values(harness.found())).end();
      assertThat(detectors.drifts()).isEmpty();
      assertThat(detectors.anomalies()).isEmpty();
      assertThat(detectors.health()).hasSize(5).allMatch(h -> h.getKind() == HealthKind.SUMMARY);
      assertThat(detectors.health())
          .extracting(StreamHealth::getDetail)
          .allMatch(d -> d.contains(" late=0 ") && d.contains("ended_by=end_of_input"));
    }
  }

  /** A gain that stays is held back for a minute, and no longer. */
  @Test
  void aGainThatStaysSilencesAStreamForAMinute() throws Exception {
    int rate = 250;
    EegEpisode stays = new EegEpisode(Kind.GAIN, -1, 10 * rate, 100 * rate, 3);
    SimulatedEeg eeg =
        new EegSimulation(
                EegParameters.DEFAULTS.still(), Montage.of(4), rate, 100, 4, List.of(stays))
            .run();
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      harness.offer(EegPackets.of("ada", eeg, 25));
      assertThat(harness.health())
          .extracting(h -> h.getKind() + " " + h.getState())
          .containsExactly("GAIN OPEN", "GAIN CLOSED", "SUMMARY POINT");
      assertThat(harness.health().get(1).getDetail()).contains("ends");
      assertThat(seconds(harness.health().get(1).getProvenance().getEnd())).isEqualTo(105);
      List<Double> alpha =
          harness.found().stream()
              .filter(f -> f.getName().equals("eeg_alpha"))
              .map(f -> seconds(f.getTime()) - BEGIN)
              .toList();
      assertThat(alpha).filteredOn(t -> t > 9 && t < 72).isEmpty();
      assertThat(alpha).contains(2.0, 9.0, 73.0, 100.0).hasSize(8 + 28);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 40, 5000})
  void featuresAreTheSameHoweverThePacketsAreCut(int size) throws Exception {
    Scene scene = Scene.of(250, 60, 3, 5, EnumSet.of(Fault.FLAT, Fault.GAIN));
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      assertThat(lines(harness.offer(scene.packets(size)).found())).isEqualTo(expected(scene));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void featuresAreTheSameAfterRestoresAndRescales(boolean rocks) throws Exception {
    Scene scene = Scene.of(250, 60, 3, 5, EnumSet.of(Fault.FLAT, Fault.GAIN));
    // Stops lie before, in and behind the jump of the gain, and where it is only suspected.
    List<Feature> found =
        SampleHarness.rescaled(
            STAGES,
            "neural",
            scene.packets(),
            rocks,
            new int[] {1, 2, 1, 3, 1, 2, 1, 1, 2, 1, 2, 1, 4, 1, 2, 1, 3, 1, 2, 1},
            SampleHarness::found);
    assertThat(lines(found)).isEqualTo(expected(scene));
  }

  private static List<String> expected(Scene scene) throws Exception {
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      List<String> lines = lines(harness.offer(scene.packets()).found());
      assertThat(lines).hasSizeGreaterThan(5 * 40);
      return lines;
    }
  }

  private static List<String> lines(List<Feature> found) {
    return found.stream()
        .map(
            f ->
                java.util.HexFormat.of().formatHex(f.getProvenance().getId().bytes())
                    + f.getName()
                    + f.getTime()
                    + f.getValue())
        .toList();
  }

  private static List<FeatureSample> values(List<Feature> found) {
    List<FeatureSample> values = new ArrayList<>();
    for (Feature f : found) {
      values.add(
          new FeatureSample(
              f.getStream(),
              f.getName(),
              "neural",
              f.getSession(),
              f.getTime(),
              RawEventPacket.NO_EPOCH,
              f.getValue(),
              Origin.file(values.size())));
    }
    return values;
  }

  @Test
  void streamsOfEyesAreLeftToTheirOwnJob() throws Exception {
    NeuralPackets eyes = NeuralPackets.noise(3, 2, 3000).of("eyes", "one");
    eyes.channels(
        List.of(
            SampleChannel.of("x", ChannelType.GAZE_X, "deg"),
            SampleChannel.of("y", ChannelType.GAZE_Y, "deg")));
    List<RawSamplePacket> packets = new ArrayList<>(eyes.at(SampleRate.of(500)).cut(50));
    packets.remove(7);
    packets.remove(20);
    NeuralPackets none = NeuralPackets.noise(3, 1, 500).of("room", "one");
    none.channels(List.of(SampleChannel.of("t", ChannelType.TEMPERATURE, "C")));
    packets.addAll(none.cut(50));
    try (SampleHarness<Feature> harness = SampleHarness.of(STAGES, "neural")) {
      harness.offer(packets);
      assertThat(harness.found()).isEmpty();
      assertThat(harness.health())
          .extracting(h -> h.getProvenance().getStream() + " " + h.getKind())
          .containsExactly("room OTHER", "room SUMMARY");
      assertThat(harness.health().get(0).getState()).isEqualTo(HealthState.POINT);
    }
  }
}
