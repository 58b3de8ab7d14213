package org.saccade.operators.gaze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.microsaccade.Cluster;
import org.saccade.operators.microsaccade.DetectorParameters;
import org.saccade.operators.microsaccade.TrialDetector;
import org.saccade.schemas.DeadLetterReason;
import org.saccade.schemas.Eye;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.SampleRate;

/** Microsaccades on keyed streams: the same records whatever happens to packets and state. */
class MicrosaccadeOperatorTest {
  private static final GazeParameters TRIALS = GazeParameters.DEFAULTS.withTrials(120);

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 4096})
  void findsTheSameHoweverASessionIsCut(int size) throws Exception {
    double[][] eyes = new SimulatedEyes(1, 6000).unseen(3000, 3200, 0, 1).at;
    try (GazeHarness whole = GazeHarness.of(TRIALS);
        GazeHarness cut = GazeHarness.of(TRIALS)) {
      whole.offer(GazePackets.of("anna", "a", eyes, 6000));
      cut.offer(GazePackets.of("anna", "a", eyes, size));
      assertThat(whole.found()).hasSizeGreaterThan(30);
      assertThat(GazeHarness.lines(cut.found())).isEqualTo(GazeHarness.lines(whole.found()));
    }
  }

  @Test
  void aStimulusThatChangesEndsATrial() throws Exception {
    double[][] eyes = new SimulatedEyes(8, 6000).at;
    double[][] marked = Arrays.copyOf(eyes, 5);
    marked[4] = new double[6000];
    Arrays.fill(marked[4], 2500, 6000, 7);
    TrialDetector whole = new TrialDetector(new DetectorParameters(6, 3), SimulatedEyes.RATE);
    List<Long> want = new ArrayList<>();
    for (int[] trial : new int[][] {{0, 2500}, {2500, 6000}}) {
      double[][] at = new double[4][];
      for (int k = 0; k < 4; k++) {
        at[k] = Arrays.copyOfRange(eyes[k], trial[0], trial[1]);
      }
      Cluster.pair(whole.detect(at[0], at[1]).movements(), whole.detect(at[2], at[3]).movements())
          .forEach(m -> want.add(1_000_000 + 2000 * (trial[0] + m.onset())));
    }
    try (GazeHarness harness = GazeHarness.of(TRIALS)) {
      harness.offer(GazePackets.of("anna", "a", marked, 37));
      assertThat(want).hasSizeGreaterThan(15);
      assertThat(
              harness.found().stream()
                  .filter(m -> m.getMethod().equals(MicrosaccadeStage.TRIAL))
                  .map(Microsaccade::getOnset)
                  .toList())
          .isEqualTo(want);
    }
  }

  @Test
  void atTheEndOfATrialFindsWhatTheWholeRecordingGives() throws Exception {
    double[][] eyes = new SimulatedEyes(2, 8000).unseen(100, 180, 0).at;
    TrialDetector whole = new TrialDetector(new DetectorParameters(6, 3), SimulatedEyes.RATE);
    List<Long> want =
        Cluster.pair(
                whole.detect(eyes[0], eyes[1]).movements(),
                whole.detect(eyes[2], eyes[3]).movements())
            .stream()
            .map(m -> 1_000_000 + 2000 * m.onset())
            .toList();
    try (GazeHarness harness = GazeHarness.of(TRIALS)) {
      harness.offer(GazePackets.of("anna", "a", eyes, 50));
      assertThat(
              harness.found().stream()
                  .filter(m -> m.getMethod().equals(MicrosaccadeStage.TRIAL))
                  .map(Microsaccade::getOnset)
                  .toList())
          .hasSizeGreaterThan(20)
          .isEqualTo(want);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void survivesRestoresAndRescales(boolean rocks) throws Exception {
    List<RawSamplePacket> input = new ArrayList<>();
    for (int person = 0; person < 5; person++) {
      double[][] eyes =
          new SimulatedEyes(person, 4000).unseen(1000, 1000 + 200 * person, person % 2).at;
      input.addAll(GazePackets.of("person" + person, "a", eyes, 40));
      input.addAll(
          GazePackets.of("person" + person, "b", new SimulatedEyes(9 + person, 2500).at, 33));
    }
    // Interleaved, each stream in its order.
    SplittableRandom random = new SplittableRandom(7);
    Map<String, List<RawSamplePacket>> streams =
        input.stream()
            .collect(
                Collectors.groupingBy(
                    RawSamplePacket::stream,
                    TreeMap::new,
                    Collectors.toCollection(ArrayList::new)));
    List<RawSamplePacket> mixed = new ArrayList<>();
    while (!streams.isEmpty()) {
      List<String> names = List.copyOf(streams.keySet());
      String name = names.get(random.nextInt(names.size()));
      mixed.add(streams.get(name).remove(0));
      if (streams.get(name).isEmpty()) {
        streams.remove(name);
      }
    }
    Map<String, List<String>> want;
    try (GazeHarness undisturbed = GazeHarness.of(TRIALS)) {
      want = GazeHarness.lines(undisturbed.offer(mixed).found());
    }
    assertThat(run(mixed, rocks, new int[] {1, 2, 3, 1, 2})).isEqualTo(want);
  }

  private static Map<String, List<String>> run(
      List<RawSamplePacket> input, boolean rocks, int[] parallelisms) throws Exception {
    List<Microsaccade> found = new ArrayList<>();
    OperatorSubtaskState state = null;
    int from = 0;
    for (int stop = 0; stop < parallelisms.length; stop++) {
      int parallelism = parallelisms[stop];
      int to = stop + 1 == parallelisms.length ? input.size() : from + 97 + 31 * stop;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        int subtask = index;
        List<RawSamplePacket> mine =
            input.subList(from, to).stream()
                .filter(
                    p ->
                        KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                p.stream(), GazeHarness.MAX_PARALLELISM, parallelism)
                            == subtask)
                .toList();
        try (GazeHarness harness = new GazeHarness(TRIALS, rocks, parallelism, index, state)) {
          harness.offer(mine);
          found.addAll(harness.found());
          parts.add(harness.snapshot(stop));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              parts.toArray(new OperatorSubtaskState[0]));
      from = to;
    }
    return GazeHarness.lines(found);
  }

  @Test
  void tellsOfAnEyeThatIsClosedForAMinute() throws Exception {
    double[][] eyes = new SimulatedEyes(3, 40_000).unseen(5000, 35_000, 0, 1).at;
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(GazePackets.of("anna", "a", eyes, 50));
      List<StreamHealth> lost = of(harness, HealthKind.TRACK_LOST);
      assertThat(lost)
          .extracting(StreamHealth::getState)
          .containsExactly(
              HealthState.OPEN, HealthState.OPEN, HealthState.CLOSED, HealthState.CLOSED);
      assertThat(lost.get(0).getProvenance().getId())
          .isEqualTo(lost.get(2).getProvenance().getId())
          .isNotEqualTo(lost.get(1).getProvenance().getId());
      assertThat(lost.get(2).getCount()).isEqualTo(30_000);
      // Detection goes on at once: thresholds are carried over the minute.
      assertThat(harness.found()).anyMatch(m -> m.getOnset() > 1_000_000 + 2000L * 35_000);
    }
  }

  @Test
  void namesABlinkAndADroppedSampleIsNone() throws Exception {
    double[][] eyes = new SimulatedEyes(3, 4000).unseen(1000, 1100, 0, 1).unseen(2000, 2004, 0).at;
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(GazePackets.of("anna", "a", eyes, 50));
      assertThat(of(harness, HealthKind.BLINK))
          .hasSize(2)
          .allMatch(h -> h.getProvenance().getStart() == 1_000_000 + 2000L * 1000)
          .allMatch(h -> h.getCount() == 100);
      assertThat(harness.health())
          .extracting(StreamHealth::getKind)
          .containsOnly(HealthKind.BLINK, HealthKind.SUMMARY);
    }
  }

  @Test
  void sendsTheSeenEyesMovementsWhileTheOtherIsLost() throws Exception {
    double[][] eyes = new SimulatedEyes(4, 20_000).unseen(10_000, 20_000, 0).at;
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(GazePackets.of("anna", "a", eyes, 50));
      long lost = 1_000_000 + 2000L * 10_000;
      assertThat(harness.found())
          .filteredOn(m -> m.getOnset() < lost)
          .isNotEmpty()
          .allMatch(m -> m.getEye() == Eye.BINOCULAR);
      assertThat(harness.found())
          .filteredOn(m -> m.getOnset() > lost)
          .isNotEmpty()
          .allMatch(m -> m.getEye() == Eye.RIGHT);
    }
  }

  @Test
  void tellsOfARateThatChanges() throws Exception {
    double[][] eyes = new SimulatedEyes(5, 4000).at;
    List<RawSamplePacket> packets =
        new ArrayList<>(GazePackets.of("anna", "a", eyes, 50).subList(0, 40));
    for (int i = 40; i < 80; i++) {
      packets.add(
          GazePackets.packet(
              "anna", "a", i, eyes, 50 * i, 50 * i + 50, SampleRate.of(250), "deg", i == 79));
    }
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(packets);
      assertThat(of(harness, HealthKind.RATE)).hasSize(1);
      assertThat(of(harness, HealthKind.SUMMARY)).hasSize(1);
    }
  }

  @Test
  void tellsOfPixelsThatAreCalledDegreesAndOfGazeThatIsNotInDegrees() throws Exception {
    SimulatedEyes eyes = new SimulatedEyes(6, 4000);
    for (double[] component : eyes.at) {
      for (int i = 0; i < component.length; i++) {
        component[i] = 800 + 40 * component[i];
      }
    }
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(GazePackets.of("anna", "a", eyes.at, 50));
      assertThat(of(harness, HealthKind.NOISY))
          .extracting(StreamHealth::getDetail)
          .anyMatch(detail -> detail.contains("beyond 90 degrees"))
          .anyMatch(detail -> detail.contains("faster than any eye"));
      harness.offer(
          List.of(
              GazePackets.packet(
                  "bert", "a", 0, eyes.at, 0, 4000, SampleRate.of(500), "px", true)));
      assertThat(of(harness, HealthKind.OTHER))
          .extracting(StreamHealth::getDetail)
          .anyMatch(detail -> detail.contains("not in degrees"));
    }
  }

  @Test
  void tellsOfEyesThatChangePlaces() throws Exception {
    SimulatedEyes eyes = new SimulatedEyes(8, 4000);
    for (int i = 2000; i < 4000; i++) {
      for (int k = 0; k < 2; k++) {
        double swap = eyes.at[k][i];
        eyes.at[k][i] = eyes.at[2 + k][i];
        eyes.at[2 + k][i] = swap;
      }
    }
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(GazePackets.of("anna", "a", eyes.at, 50));
      assertThat(of(harness, HealthKind.OTHER))
          .filteredOn(h -> h.getDetail().contains("changed places"))
          .hasSize(1)
          .allMatch(h -> h.getProvenance().getStart() == 1_000_000 + 2000L * 2000);
    }
  }

  @Test
  void putsSamplesThatComeTwiceIntoDeadLettersAndCountsThoseThatAreMissing() throws Exception {
    double[][] eyes = new SimulatedEyes(9, 4000).at;
    List<RawSamplePacket> packets = GazePackets.of("anna", "a", eyes, 50);
    RawSamplePacket overlap =
        GazePackets.packet("anna", "a", 41, eyes, 2000, 2050, SampleRate.of(500), "deg", false);
    List<RawSamplePacket> input = new ArrayList<>(packets.subList(0, 41));
    input.add(overlap);
    input.addAll(packets.subList(42, packets.size()));
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(input);
      assertThat(harness.deadLetters())
          .hasSize(1)
          .allMatch(d -> d.getReason() == DeadLetterReason.INVALID_FIELD);
      assertThat(of(harness, HealthKind.SUMMARY).get(0).getDetail())
          .contains("samples_in=3950", "samples_missing=50", "dead_letters=1");
    }
  }

  @Test
  void keepsLessThan256KibibytesOfAPersonAt500Hertz() throws Exception {
    // A minute: the windows of 15 s are full. The last packet is left out, so a trial is open.
    List<RawSamplePacket> packets =
        GazePackets.of("anna", "s", new SimulatedEyes(5, 30_000).at, 100);
    try (GazeHarness harness = GazeHarness.of(GazeParameters.DEFAULTS)) {
      harness.offer(packets.subList(0, packets.size() - 1));
      assertThat(harness.snapshot(1).getStateSize()).isBetween(64L << 10, 256L << 10);
    }
  }

  @Test
  void whateverComesIsReportedAndNeverThrown() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    double[] strange = {
      Double.NaN, Double.POSITIVE_INFINITY, 0, -0.0, 1e308, -1e308, Double.MIN_VALUE, 90, 1
    };
    try (GazeHarness harness = GazeHarness.of(TRIALS)) {
      for (int session = 0; session < 20; session++) {
        double[][] at = new SimulatedEyes(session, 1500).at;
        for (int i = 0; i < 300; i++) {
          at[random.nextInt(4)][random.nextInt(1500)] = strange[random.nextInt(strange.length)];
        }
        if (session % 4 == 0) {
          for (double[] component : at) {
            Arrays.fill(component, strange[session % strange.length]);
          }
        }
        List<RawSamplePacket> packets = GazePackets.of("anna", "s" + session, at, 37);
        if (session % 3 == 0) {
          packets.remove(random.nextInt(packets.size() - 1));
        }
        if (session % 5 == 1) {
          Collections.swap(packets, 3, 5);
        }
        harness.offer(packets);
      }
      assertThat(of(harness, HealthKind.SUMMARY)).hasSize(20);
    }
  }

  private static List<StreamHealth> of(GazeHarness harness, HealthKind kind) {
    return harness.health().stream().filter(h -> h.getKind() == kind).toList();
  }
}
