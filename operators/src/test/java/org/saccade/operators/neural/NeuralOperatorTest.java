package org.saccade.operators.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.samples.SampleHarness;
import org.saccade.operators.signal.chain.FilterParameters;
import org.saccade.operators.signal.chain.GainStepParameters;
import org.saccade.operators.signal.chain.ReferenceParameters;
import org.saccade.operators.signal.chain.ResampleStepParameters;
import org.saccade.operators.signal.chain.StepParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.feature.FeatureParameters.Of;
import org.saccade.operators.signal.iir.Butterworth;
import org.saccade.operators.signal.iir.IirFilter;
import org.saccade.operators.signal.iir.IirParameters;
import org.saccade.operators.signal.iir.Notch;
import org.saccade.operators.signal.watch.WatchParameters;
import org.saccade.operators.signal.window.BandPower;
import org.saccade.operators.signal.window.WelchParameters;
import org.saccade.schemas.ChannelType;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.batch.SampleBatch;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleChannel;
import org.saccade.schemas.packet.SampleRate;

/** Samples on keyed streams to features: the same whatever happens to packets and state. */
class NeuralOperatorTest {
  private static final String UID = "neural";

  /** Every step that there is, features of everything. */
  private static final NeuralParameters FULL =
      new NeuralParameters(
          List.of(),
          WatchParameters.DEFAULTS,
          List.of(
              new ResampleStepParameters(200),
              FilterParameters.DEFAULTS,
              new ReferenceParameters(ReferenceParameters.To.AVERAGE, List.of()),
              new GainStepParameters(false, 0.1, 100, 5)),
          new FeatureParameters(
              Of.BOTH, List.of(), FeatureParameters.BANDS, true, 1, 0.3, 0.5, true, 128));

  private static SampleHarness<Feature> harness(NeuralParameters parameters) throws Exception {
    return SampleHarness.of(new NeuralStage.Stages(parameters), UID);
  }

  private static NeuralParameters with(List<StepParameters> chain, FeatureParameters features) {
    return new NeuralParameters(List.of(), WatchParameters.DEFAULTS, chain, features);
  }

  private static FeatureParameters features(Of of, int most) {
    return new FeatureParameters(
        of, List.of(), FeatureParameters.BANDS, false, 2, 1, 1, false, most);
  }

  private static List<String> lines(SampleHarness<Feature> harness) {
    return lines(harness.found());
  }

  private static List<String> lines(List<Feature> found) {
    return found.stream()
        .map(
            f ->
                HexFormat.of().formatHex(f.getProvenance().getId().bytes())
                    + " "
                    + f.getStream()
                    + " "
                    + f.getSession()
                    + " "
                    + f.getName()
                    + " "
                    + f.getTime()
                    + " "
                    + f.getValue())
        .toList();
  }

  /** Two sessions, a hole in the middle of the first. */
  private static List<RawSamplePacket> input(int person, int size) {
    NeuralPackets first =
        NeuralPackets.noise(person, 5, 4000 + 500 * person).of("person" + person, "a");
    List<RawSamplePacket> packets = new ArrayList<>();
    for (int from = 0; from < first.samples(); from += size) {
      int to = Math.min(first.samples(), from + size);
      if (to <= 1500 || from >= 1620) {
        packets.add(first.packet(packets.size(), from, to, to == first.samples()));
      } else {
        if (from < 1500) {
          packets.add(first.packet(packets.size(), from, 1500, false));
        }
        if (to > 1620) {
          packets.add(first.packet(packets.size(), 1620, to, to == first.samples()));
        }
      }
    }
    packets.addAll(NeuralPackets.noise(90 + person, 5, 1500).of("person" + person, "b").cut(size));
    return packets;
  }

  @ParameterizedTest
  @ValueSource(ints = {7, 8192})
  void tellsTheSameHoweverASessionIsCut(int size) throws Exception {
    try (SampleHarness<Feature> whole = harness(FULL);
        SampleHarness<Feature> cut = harness(FULL)) {
      whole.offer(input(0, 100));
      cut.offer(input(0, size));
      assertThat(lines(whole)).hasSizeGreaterThan(1000);
      assertThat(lines(cut)).isEqualTo(lines(whole));
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void survivesRestoresAndRescales(boolean rocks) throws Exception {
    List<List<RawSamplePacket>> people = new ArrayList<>();
    for (int person = 0; person < 4; person++) {
      people.add(input(person, 60));
    }
    SplittableRandom random = new SplittableRandom(3);
    List<RawSamplePacket> mixed = new ArrayList<>();
    while (!people.isEmpty()) {
      int next = random.nextInt(people.size());
      mixed.add(people.get(next).remove(0));
      people.removeIf(List::isEmpty);
    }
    List<String> want;
    try (SampleHarness<Feature> undisturbed = harness(FULL)) {
      want = lines(undisturbed.offer(mixed)).stream().sorted().toList();
    }
    List<String> got =
        lines(
            SampleHarness.rescaled(
                new NeuralStage.Stages(FULL),
                UID,
                mixed,
                rocks,
                new int[] {1, 2, 3, 1, 2},
                SampleHarness::found));
    assertThat(got.stream().sorted().toList()).isEqualTo(want);
  }

  @Test
  void aFeatureIsWhatTheModelsGiveOneByOne() throws Exception {
    NeuralPackets noise = NeuralPackets.noise(4, 3, 2000);
    double[][] filtered = new double[3][];
    SampleBatch batch = new SampleBatch();
    batch.shape(3, 2000);
    for (int c = 0; c < 3; c++) {
      System.arraycopy(noise.values[c], 0, batch.channel(c), 0, 2000);
    }
    new IirFilter(
            IirParameters.of(Butterworth.highPass(2, 0.5), new Notch(50, 30), new Notch(60, 30)),
            250,
            3)
        .process(batch);
    for (int c = 0; c < 3; c++) {
      filtered[c] = java.util.Arrays.copyOfRange(batch.channel(c), 250, 750);
    }
    double[] alpha = new double[1];
    new BandPower(WelchParameters.ofSegment(250), 250, List.of(new BandPower.Band(8, 13)))
        .apply(filtered[1], alpha, 0);
    try (SampleHarness<Feature> harness =
        harness(with(List.of(FilterParameters.DEFAULTS), features(Of.CHANNELS, 128)))) {
      harness.offer(noise.cut(100));
      assertThat(harness.found())
          .filteredOn(f -> f.getName().equals("alpha:E2") && f.getTime() == 5_000_000 + 3_000_000)
          .extracting(Feature::getValue)
          .containsExactly(alpha[0]);
    }
  }

  @Test
  void alphaIsHighWhereThereIsAlpha() throws Exception {
    try (SampleHarness<Feature> harness = harness(with(List.of(), FeatureParameters.DEFAULTS))) {
      harness.offer(NeuralPackets.noise(5, 4, 4000).cut(50));
      // Four seconds with 20 µV at 10 Hz (power 200 µV²), four without.
      assertThat(value(harness, "eeg_alpha", 4)).isCloseTo(10 * Math.log10(204), within(0.5));
      assertThat(value(harness, "eeg_alpha", 8)).isCloseTo(10 * Math.log10(4), within(1.5));
    }
  }

  private static double value(SampleHarness<Feature> harness, String name, int second) {
    return harness.found().stream()
        .filter(f -> f.getName().equals(name) && f.getTime() == 5_000_000 + 1_000_000L * second)
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  @Test
  void voltsAreMicrovoltsAndTriggersAreNoChannel() throws Exception {
    NeuralPackets plain = NeuralPackets.noise(6, 4, 1500);
    double[][] volts = new double[5][1500];
    for (int c = 0; c < 4; c++) {
      for (int i = 0; i < 1500; i++) {
        volts[c + 1][i] = plain.values[c][i] / 1e6;
      }
    }
    NeuralPackets same =
        new NeuralPackets(volts)
            .channels(
                List.of(
                    SampleChannel.of("Status", ChannelType.STIM, ""),
                    SampleChannel.of("E1", ChannelType.EEG, "V"),
                    SampleChannel.of("E1", ChannelType.EEG, "V"),
                    SampleChannel.of("E3", ChannelType.EEG, "V"),
                    SampleChannel.of("E4", ChannelType.EEG, "V")));
    NeuralParameters both = with(NeuralParameters.DEFAULTS.chain(), features(Of.BOTH, 128));
    try (SampleHarness<Feature> one = harness(both);
        SampleHarness<Feature> other = harness(both)) {
      List<Feature> want = one.offer(plain.cut(90)).found();
      List<Feature> got = other.offer(same.cut(90)).found();
      assertThat(got).hasSameSizeAs(want).hasSizeGreaterThan(100);
      assertThat(got).extracting(Feature::getName).contains("alpha:E1-2", "eeg_beta");
      for (int i = 0; i < got.size(); i++) {
        double expected = want.get(i).getValue();
        assertThat(got.get(i).getValue()).isCloseTo(expected, within(1e-9 * expected));
      }
    }
  }

  @Test
  void aWindowWithAHoleIsNotToldAndASessionBeginsAnew() throws Exception {
    NeuralPackets noise = NeuralPackets.noise(7, 4, 5000);
    List<RawSamplePacket> packets = new ArrayList<>();
    packets.add(noise.packet(0, 0, 2000, false));
    packets.add(noise.packet(1, 2050, 5000, true));
    try (SampleHarness<Feature> harness = harness(NeuralParameters.DEFAULTS);
        SampleHarness<Feature> fresh = harness(NeuralParameters.DEFAULTS)) {
      harness.offer(packets);
      assertThat(harness.found().stream().map(Feature::getTime).distinct())
          .startsWith(7_000_000L)
          .contains(13_000_000L, 16_000_000L)
          .doesNotContain(14_000_000L, 15_000_000L);
      List<RawSamplePacket> again = NeuralPackets.noise(8, 4, 1000).of("ada", "two").cut(50);
      int before = harness.found().size();
      harness.offer(again);
      fresh.offer(again);
      List<Feature> behind = harness.found().subList(before, harness.found().size());
      assertThat(lines(behind)).isEqualTo(lines(fresh)).isNotEmpty();
    }
  }

  @Test
  void stateOfAnotherConfigurationIsNotUsed() throws Exception {
    List<RawSamplePacket> packets = NeuralPackets.noise(9, 4, 3000).cut(50);
    NeuralParameters other =
        with(
            List.of(new ResampleStepParameters(125), FilterParameters.DEFAULTS),
            FeatureParameters.DEFAULTS);
    try (SampleHarness<Feature> before = harness(NeuralParameters.DEFAULTS)) {
      before.offer(packets.subList(0, 33));
      try (SampleHarness<Feature> after =
          SampleHarness.restored(new NeuralStage.Stages(other), UID, before.snapshot(1))) {
        after.offer(packets.subList(33, packets.size()));
        // Two seconds from the restore on, plus what the filter of the resampler waits for.
        assertThat(after.found().get(0).getTime()).isEqualTo(5_000_000 + 4000 * (33 * 50 + 500));
        var state = after.snapshot(2);
        try (SampleHarness<Feature> third =
            SampleHarness.restored(new NeuralStage.Stages(other), UID, state)) {
          third.offer(NeuralPackets.noise(9, 4, 1000).of("ada", "two").cut(50));
          assertThat(third.found()).isNotEmpty();
        }
      }
    }
  }

  @Test
  void tooManyFeaturesOfChannelsAreToldOnceAndAveragesStay() throws Exception {
    try (SampleHarness<Feature> harness = harness(with(List.of(), features(Of.CHANNELS, 19)))) {
      harness.offer(NeuralPackets.noise(1, 4, 1000).cut(10));
      assertThat(harness.health())
          .filteredOn(h -> h.getKind() == HealthKind.OTHER)
          .extracting(StreamHealth::getDetail)
          .singleElement()
          .asString()
          .contains("more than 19", "neural.features.most");
      assertThat(harness.found().stream().map(Feature::getName).distinct())
          .containsExactlyInAnyOrder(
              "eeg_delta", "eeg_theta", "eeg_alpha", "eeg_beta", "eeg_gamma");
    }
  }

  @Test
  void aStreamThatIsNoSignalOfABrainIsToldAndLeftAlone() throws Exception {
    NeuralPackets stim =
        new NeuralPackets(new double[1][1000])
            .channels(List.of(SampleChannel.of("Status", ChannelType.STIM, "")));
    NeuralParameters named =
        new NeuralParameters(
            List.of("Cz"), WatchParameters.NONE, List.of(), FeatureParameters.DEFAULTS);
    NeuralParameters ratio =
        with(List.of(new ResampleStepParameters(99.991)), FeatureParameters.DEFAULTS);
    for (Object[] hopeless :
        new Object[][] {
          {NeuralParameters.DEFAULTS, stim, "no channel of a brain"},
          {named, NeuralPackets.noise(1, 4, 1000), "no channel Cz"},
          {ratio, NeuralPackets.noise(1, 4, 1000), "at most 4096"},
        }) {
      try (SampleHarness<Feature> harness = harness((NeuralParameters) hopeless[0])) {
        harness.offer(((NeuralPackets) hopeless[1]).cut(100));
        assertThat(harness.found()).isEmpty();
        assertThat(harness.deadLetters()).isEmpty();
        assertThat(harness.health())
            .filteredOn(h -> h.getKind() == HealthKind.OTHER)
            .extracting(StreamHealth::getDetail)
            .singleElement()
            .asString()
            .contains((String) hopeless[2], "nothing is made of this stream");
      }
    }
  }

  @Test
  void aBandBeyondHalfOfTheRateIsLeftOut() throws Exception {
    try (SampleHarness<Feature> harness = harness(NeuralParameters.DEFAULTS)) {
      harness.offer(NeuralPackets.noise(2, 4, 400).at(new SampleRate(80, 1)).cut(20));
      assertThat(harness.found().stream().map(Feature::getName).distinct())
          .containsExactlyInAnyOrder("eeg_delta", "eeg_theta", "eeg_alpha", "eeg_beta");
    }
  }
}
