package org.saccade.operators.neural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.samples.SampleHarness;
import org.saccade.operators.signal.chain.ResampleStepParameters;
import org.saccade.operators.signal.chain.StepParameters;
import org.saccade.operators.signal.feature.FeatureParameters;
import org.saccade.operators.signal.watch.WatchParameters;
import org.saccade.schemas.Epoch;
import org.saccade.schemas.Feature;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.MarkerKind;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawPacket;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** Epochs in the keyed stream of samples and markers. */
class MarkerEpochsTest {
  private static final int SAMPLES = 2500;

  /** From 0.2 s before to 0.5 s after: samples −50 to 125. */
  private static EpochWindow window(double peakToPeak, double late, String... markers) {
    return new EpochWindow(List.of(markers), -0.2, 0.5, true, -0.2, 0, peakToPeak, 0, 0, late);
  }

  private static NeuralStage.Stages stages(EpochWindow window, StepParameters... chain) {
    return new NeuralStage.Stages(
        new NeuralParameters(
            List.of(), WatchParameters.NONE, List.of(chain), FeatureParameters.DEFAULTS, window));
  }

  private static long micros(long sample) {
    return 5_000_000 + NeuralPackets.RATE.micros(sample);
  }

  private static StreamMarker marker(int number, long micros, Long code, String text) {
    return new StreamMarker(
        "ada",
        "one",
        number,
        RawPacket.NO_EPOCH,
        micros,
        0,
        MarkerKind.STIMULUS,
        code,
        null,
        text,
        new Origin("markers", 0, number, 0));
  }

  /** Every 97 samples, between two samples; some too near to the ends. */
  private static List<StreamMarker> markers() {
    List<StreamMarker> markers = new ArrayList<>();
    for (int at = 20; at < SAMPLES; at += 97) {
      markers.add(
          marker(markers.size(), micros(at) + 900, 7L, markers.size() % 3 == 0 ? "" : "go"));
    }
    return markers;
  }

  private static List<Either<RawSamplePacket, StreamMarker>> mixed(
      List<RawSamplePacket> packets, List<StreamMarker> markers, long[] places) {
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    int next = 0;
    for (int p = 0; p <= packets.size(); p++) {
      while (next < places.length && places[next] <= p) {
        all.add(Either.Right(markers.get(next++)));
      }
      if (p < packets.size()) {
        all.add(Either.Left(packets.get(p)));
      }
    }
    return all;
  }

  private static List<Either<RawSamplePacket, StreamMarker>> markersFirst(
      List<RawSamplePacket> packets, List<StreamMarker> markers) {
    return mixed(packets, markers, new long[markers.size()]);
  }

  private static List<Either<RawSamplePacket, StreamMarker>> markersLast(
      List<RawSamplePacket> packets, List<StreamMarker> markers) {
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    packets.forEach(p -> all.add(Either.Left(p)));
    markers.forEach(m -> all.add(Either.Right(m)));
    return all;
  }

  /** What was told, without where it was read. */
  private static List<String> told(SampleHarness<Feature> harness) {
    List<String> told = new ArrayList<>();
    for (Epoch e : harness.epochs()) {
      told.add(
          String.join(
              " ",
              String.valueOf(e.getProvenance().getId()),
              e.getMarker(),
              String.valueOf(e.getTime()),
              String.valueOf(e.getSample()),
              String.valueOf(e.getValues())));
    }
    for (StreamHealth h : harness.health()) {
      if (h.getKind() == HealthKind.MARKER) {
        told.add(h.getProvenance().getId() + h.getDetail());
      }
    }
    return told.stream().sorted().toList();
  }

  private static List<String> run(
      NeuralStage.Stages stages, List<Either<RawSamplePacket, StreamMarker>> records)
      throws Exception {
    try (SampleHarness<Feature> harness = SampleHarness.on(stages, "neural", false, null)) {
      return told(harness.take(records));
    }
  }

  @Test
  void anEpochIsTheSamplesAroundItsMarkerLessTheMeanOfItsBaseline() throws Exception {
    NeuralPackets recording = NeuralPackets.noise(3, 2, SAMPLES);
    try (SampleHarness<Feature> harness =
        SampleHarness.on(stages(window(0, 10)), "neural", false, null)) {
      harness.take(
          markersFirst(recording.cut(33), List.of(marker(0, micros(700) + 1900, 5L, "go"))));
      Epoch epoch = harness.epochs().get(0);
      assertThat(harness.epochs()).hasSize(1);
      assertThat(epoch.getMarker()).isEqualTo("go");
      assertThat(epoch.getCode()).isEqualTo(5);
      assertThat(epoch.getSample()).isEqualTo(700);
      assertThat(epoch.getFirst()).isEqualTo(-50);
      assertThat(epoch.getProvenance().getStart()).isEqualTo(micros(650));
      assertThat(epoch.getProvenance().getEnd()).isEqualTo(micros(825));
      assertThat(epoch.getChannels()).extracting(c -> c.getName()).containsExactly("E1", "E2");
      for (int c = 0; c < 2; c++) {
        double sum = 0;
        for (int i = 650; i <= 700; i++) {
          sum += recording.values[c][i];
        }
        List<Double> values = epoch.getValues().get(c);
        assertThat(values).hasSize(176);
        for (int i = 0; i < 176; i++) {
          assertThat(values.get(i)).isEqualTo(recording.values[c][650 + i] - sum / 51);
        }
      }
    }
  }

  @Property(tries = 12)
  void whenMarkersComeAndHowPacketsAreCutMakesNoDifference(@ForAll long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    NeuralPackets recording = NeuralPackets.noise(11, 2, SAMPLES);
    boolean resampled = random.nextBoolean();
    StepParameters[] chain =
        resampled ? new StepParameters[] {new ResampleStepParameters(100)} : new StepParameters[0];
    NeuralStage.Stages stages = stages(window(90, 30), chain);
    List<StreamMarker> markers = markers();
    // One is lost, and so many follow that it is not waited for at the end.
    List<RawSamplePacket> packets = recording.cut(1 + random.nextInt(60));
    packets.remove(2 + random.nextInt(packets.size() / 4));
    List<String> want = run(stages, markersFirst(packets, markers));
    assertThat(want).hasSize(markers.size()).anyMatch(t -> t.contains("[["));
    long[] places = random.longs(markers.size(), 0, packets.size() + 1L).sorted().toArray();
    assertThat(run(stages, mixed(packets, markers, places))).isEqualTo(want);
    assertThat(run(stages, markersLast(packets, markers))).isEqualTo(want);
    assertThat(run(stages, markersFirst(recording.cut(1 + random.nextInt(400)), markers)))
        .isEqualTo(run(stages, markersLast(recording.cut(50), markers)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void restoresMakeNoDifference(boolean rocks) throws Exception {
    NeuralStage.Stages stages = stages(window(90, 30), new ResampleStepParameters(100));
    List<StreamMarker> markers = markers();
    List<RawSamplePacket> packets = NeuralPackets.noise(5, 2, SAMPLES).cut(50);
    List<Either<RawSamplePacket, StreamMarker>> records =
        mixed(
            packets,
            markers,
            new SplittableRandom(1)
                .longs(markers.size(), 0, packets.size() + 1L)
                .sorted()
                .toArray());
    List<String> found = new ArrayList<>();
    OperatorSubtaskState state = null;
    int stops = 9;
    for (int stop = 0; stop < stops; stop++) {
      try (SampleHarness<Feature> harness = SampleHarness.on(stages, "neural", rocks, state)) {
        harness.take(
            records.subList(records.size() * stop / stops, records.size() * (stop + 1) / stops));
        found.addAll(told(harness));
        state = harness.snapshot(stop);
      }
    }
    assertThat(found.stream().sorted().toList()).isEqualTo(run(stages, records));
  }

  @Test
  void aMarkerBehindWhatIsKeptAndARejectedEpochAreTold() throws Exception {
    NeuralPackets recording = NeuralPackets.noise(5, 2, SAMPLES);
    recording.values[1][1000] += 1000;
    List<StreamMarker> markers =
        List.of(
            marker(0, micros(100), 7L, "go"),
            marker(1, micros(1001), 7L, "go"),
            marker(2, micros(2200), 8L, "stop"),
            marker(3, micros(2200), 7L, ""),
            marker(4, micros(2490), 7L, "go"));
    NeuralStage.Stages stages = stages(window(500, 8, "7"));
    assertThat(run(stages, markersLast(recording.cut(100), markers)))
        .filteredOn(t -> !t.contains("[["))
        .extracting(t -> t.substring(t.indexOf("ma")))
        .containsExactlyInAnyOrder(
            "marker \"go\": it came when what it marks was no longer remembered",
            "marker \"go\": rejected, amplitude in channel E2",
            "marker \"go\": the samples end before it does");
    assertThat(run(stages, markersLast(recording.cut(100), markers)))
        .filteredOn(t -> t.contains("[["))
        .singleElement()
        .asString()
        .contains(" 7 " + micros(2200) + " 2200 ");
  }
}
