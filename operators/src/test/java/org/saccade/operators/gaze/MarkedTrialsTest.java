package org.saccade.operators.gaze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.operators.microsaccade.ReferenceTrials;
import org.saccade.operators.microsaccade.ReferenceTrials.Trial;
import org.saccade.schemas.Eye;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.Microsaccade;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawSamplePacket;
import org.saccade.schemas.packet.StreamMarker;

/** Trials between markers: what the whole recording gives, whenever the markers come. */
class MarkedTrialsTest {
  private static final TrialMarkers MARKERS = new TrialMarkers("^TRIALID", "^TRIAL_RESULT", 10);

  private static GazeParameters trials(double seconds, double wait) {
    return GazeParameters.DEFAULTS.withTrials(
        seconds, new TrialMarkers(MARKERS.begin(), MARKERS.end(), wait));
  }

  private static List<Microsaccade> exact(List<Microsaccade> found) {
    return found.stream().filter(m -> m.getMethod().equals(MicrosaccadeStage.TRIAL)).toList();
  }

  @Test
  void theExactPassGivesWhatTheToolboxFindsWheneverTheMarkersCome() throws Exception {
    if (ReferenceTrials.absent()) {
      System.out.println("no recordings: exact passes are not compared with the toolbox's files");
      return;
    }
    int events = 0;
    for (String person : List.of("f01", "f02")) {
      List<Trial> trials =
          ReferenceTrials.all().stream().filter(t -> t.name().startsWith(person)).toList();
      double[][] at =
          MarkedGaze.joined(
              trials.stream().map(t -> new double[][] {t.xl(), t.yl(), t.xr(), t.yr()}).toList());
      int[] lengths = trials.stream().mapToInt(t -> t.xl().length).toArray();
      MarkedGaze gaze = new MarkedGaze(person, "a", at, 50).trials(lengths);
      for (int lambda : new int[] {5, 6}) {
        GazeParameters parameters = trials(25, 130).withEachEye(lambda);
        List<Microsaccade> early = run(parameters, gaze.markersFirst());
        List<Microsaccade> late = run(parameters, gaze.markersLast());
        List<Microsaccade> mixed = run(parameters, gaze.mixed(lambda));
        events += compare(exact(early), trials, lambda);
        assertThat(GazeHarness.lines(exact(late))).isEqualTo(GazeHarness.lines(exact(early)));
        assertThat(GazeHarness.lines(exact(mixed))).isEqualTo(GazeHarness.lines(exact(early)));
      }
    }
    assertThat(events).as("binocular, lambda 5 and 6").isEqualTo(439 + 390);
  }

  private static List<Microsaccade> run(
      GazeParameters parameters, List<Either<RawSamplePacket, StreamMarker>> records)
      throws Exception {
    try (GazeHarness harness = GazeHarness.of(parameters)) {
      List<Microsaccade> found = harness.take(records).end().found();
      assertThat(of(harness, HealthKind.MARKER)).isEmpty();
      return found;
    }
  }

  /** Every record against the reference files' rows; returns how many binocular ones there are. */
  private static int compare(List<Microsaccade> found, List<Trial> trials, int lambda) {
    int binocular = 0;
    for (Eye eye : new Eye[] {Eye.LEFT, Eye.RIGHT, Eye.BINOCULAR}) {
      List<double[]> want = new ArrayList<>();
      long first = 0;
      for (Trial trial : trials) {
        for (double[] row : ReferenceTrials.expected(trial, eye.name().toLowerCase(), lambda)) {
          want.add(
              eye == Eye.BINOCULAR
                  ? new double[] {first + row[0], first + row[1], row[4], row[7], row[8]}
                  : new double[] {
                    first + row[0],
                    first + row[1],
                    row[2],
                    Math.hypot(row[5], row[6]),
                    Math.atan2(row[6], row[5])
                  });
        }
        first += trial.xl().length;
      }
      List<Microsaccade> got = found.stream().filter(m -> m.getEye() == eye).toList();
      assertThat(got).hasSize(want.size());
      for (int i = 0; i < want.size(); i++) {
        double[] row = want.get(i);
        Microsaccade m = got.get(i);
        assertThat((m.getOnset() - 1_000_000) / 2000.0).isEqualTo(row[0]);
        assertThat((m.getLanding() - 1_000_000) / 2000.0).isEqualTo(row[1]);
        assertThat(m.getPeakVelocityDegreesPerSecond()).isCloseTo(row[2], within(1e-9));
        assertThat(m.getAmplitudeDegrees()).isCloseTo(row[3], within(1e-9));
        assertThat(m.getDirectionRadians()).isCloseTo(row[4], within(1e-9));
      }
      binocular = got.size();
    }
    return binocular;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 50, 4096})
  void aTrialIsTheSameHoweverItsSessionIsCut(int size) throws Exception {
    double[][] eyes = new SimulatedEyes(1, 6000).unseen(3000, 3200, 0, 1).at;
    GazeParameters parameters = trials(10, 5);
    List<Microsaccade> whole =
        run(parameters, new MarkedGaze("anna", "a", eyes, 6000).trials(2000, 3500).markersFirst());
    assertThat(exact(whole)).hasSizeGreaterThan(15);
    MarkedGaze cut = new MarkedGaze("anna", "a", eyes, size).trials(2000, 3500);
    assertThat(GazeHarness.lines(run(parameters, cut.mixed(size))).get("anna"))
        .containsExactlyInAnyOrderElementsOf(GazeHarness.lines(whole).get("anna"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aTrialSurvivesRestoresAndRescalesInItsMiddle(boolean rocks) throws Exception {
    GazeParameters parameters = trials(10, 5);
    List<List<Either<RawSamplePacket, StreamMarker>>> people = new ArrayList<>();
    for (int person = 0; person < 5; person++) {
      String name = "person" + person;
      List<Either<RawSamplePacket, StreamMarker>> both = new ArrayList<>();
      both.addAll(
          new MarkedGaze(name, "a", new SimulatedEyes(person, 4000).at, 40)
              .trials(1500, 2000)
              .mixed(person));
      both.addAll(
          new MarkedGaze(name, "b", new SimulatedEyes(9 + person, 2500).at, 33)
              .trials(2500)
              .mixed(50 + person));
      people.add(both);
    }
    SplittableRandom random = new SplittableRandom(3);
    List<Either<RawSamplePacket, StreamMarker>> input = new ArrayList<>();
    while (!people.isEmpty()) {
      List<Either<RawSamplePacket, StreamMarker>> one = people.get(random.nextInt(people.size()));
      input.add(one.remove(0));
      people.removeIf(List::isEmpty);
    }
    Map<String, List<String>> want;
    try (GazeHarness undisturbed = GazeHarness.of(parameters)) {
      List<Microsaccade> found = undisturbed.take(input).found();
      assertThat(exact(found)).hasSizeGreaterThan(50);
      want = GazeHarness.lines(found);
    }
    assertThat(restored(parameters, input, rocks, new int[] {1, 2, 3, 1, 2, 1, 3})).isEqualTo(want);
  }

  private static Map<String, List<String>> restored(
      GazeParameters parameters,
      List<Either<RawSamplePacket, StreamMarker>> input,
      boolean rocks,
      int[] parallelisms)
      throws Exception {
    List<Microsaccade> found = new ArrayList<>();
    OperatorSubtaskState state = null;
    int from = 0;
    for (int stop = 0; stop < parallelisms.length; stop++) {
      int parallelism = parallelisms[stop];
      int to = stop + 1 == parallelisms.length ? input.size() : from + 97 + 11 * stop;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        int subtask = index;
        List<Either<RawSamplePacket, StreamMarker>> mine =
            input.subList(from, to).stream()
                .filter(
                    p ->
                        KeyGroupRangeAssignment.assignKeyToParallelOperator(
                                GazeHarness.stream(p), GazeHarness.MAX_PARALLELISM, parallelism)
                            == subtask)
                .toList();
        try (GazeHarness harness = new GazeHarness(parameters, rocks, parallelism, index, state)) {
          found.addAll(harness.take(mine).found());
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
  void aMarkerMayComeWhenItsSessionIsOverAndAnotherHasBegun() throws Exception {
    MarkedGaze first = new MarkedGaze("anna", "a", new SimulatedEyes(1, 3000).at, 50).trials(3000);
    MarkedGaze next = new MarkedGaze("anna", "b", new SimulatedEyes(2, 2000).at, 50).trials(2000);
    GazeParameters parameters = trials(10, 10);
    List<Either<RawSamplePacket, StreamMarker>> inOrder = new ArrayList<>(first.markersFirst());
    inOrder.addAll(next.markersFirst());
    List<Either<RawSamplePacket, StreamMarker>> behind = new ArrayList<>();
    first.packets().forEach(p -> behind.add(Either.Left(p)));
    next.packets().subList(0, 20).forEach(p -> behind.add(Either.Left(p)));
    behind.addAll(MarkedGaze.wrapped(first.markers()));
    next.packets().subList(20, 40).forEach(p -> behind.add(Either.Left(p)));
    behind.addAll(MarkedGaze.wrapped(next.markers()));
    List<Microsaccade> want = run(parameters, inOrder);
    assertThat(exact(want)).hasSizeGreaterThan(20);
    assertThat(GazeHarness.lines(run(parameters, behind)).get("anna"))
        .containsExactlyInAnyOrderElementsOf(GazeHarness.lines(want).get("anna"));
  }

  @Test
  void whatComesBehindTheBoundsIsReportedOnce() throws Exception {
    double[][] eyes = new SimulatedEyes(4, 10_000).at;
    MarkedGaze gaze = new MarkedGaze("anna", "a", eyes, 50).trials(2000, 8000);
    try (GazeHarness harness = GazeHarness.of(trials(10, 5))) {
      harness.take(gaze.markersLast());
      // 16 s of trial and 4 s of wait are more than 15 s: the first is gone, the second too long.
      assertThat(exact(harness.found())).isEmpty();
      assertThat(of(harness, HealthKind.MARKER))
          .hasSize(1)
          .allMatch(h -> h.getDetail().contains("TRIAL_RESULT 0"))
          .allMatch(h -> h.getDetail().contains("no longer remembered"))
          .allMatch(h -> h.getProvenance().getStart() == 1_000_000 + 2000L * 1999);
      assertThat(of(harness, HealthKind.OTHER))
          .hasSize(1)
          .allMatch(h -> h.getDetail().contains("8000 samples, more than 5000"));
    }
  }

  @Test
  void markersThatNoPacketsFollowAreReportedAtTheEndAndThoseBeyondTheBoundBefore()
      throws Exception {
    MarkedGaze gaze = new MarkedGaze("anna", "never", new SimulatedEyes(4, 100).at, 50);
    for (int i = 0; i < 5000; i++) {
      gaze.mark(i, "word");
    }
    try (GazeHarness harness = GazeHarness.of(trials(10, 5))) {
      harness.take(MarkedGaze.wrapped(gaze.markers()));
      assertThat(of(harness, HealthKind.MARKER))
          .hasSize(5000 - 4096)
          .allMatch(h -> h.getDetail().contains("more than 4096 markers wait"));
      harness.end();
      assertThat(of(harness, HealthKind.MARKER)).hasSize(5000);
      assertThat(harness.health().stream().map(h -> h.getProvenance().getId()).distinct().count())
          .isEqualTo(5000);
    }
  }

  @Test
  void aMarkerThatIsMissingComesTwiceOrComesLateIsReported() throws Exception {
    MarkedGaze gaze = new MarkedGaze("anna", "a", new SimulatedEyes(4, 3000).at, 50);
    gaze.trials(1000, 1000, 1000);
    List<StreamMarker> some = new ArrayList<>(gaze.markers());
    StreamMarker late = some.remove(2);
    some.add(some.get(1));
    some.add(late);
    List<Either<RawSamplePacket, StreamMarker>> all = new ArrayList<>();
    gaze.packets().forEach(p -> all.add(Either.Left(p)));
    try (GazeHarness harness = GazeHarness.of(trials(10, 5))) {
      harness.take(MarkedGaze.wrapped(some)).take(all).end();
      assertThat(of(harness, HealthKind.DUPLICATE)).hasSize(1);
      // Within the bounds of order the late one finds its place.
      assertThat(of(harness, HealthKind.LATE)).isEmpty();
      assertThat(of(harness, HealthKind.MARKER)).isEmpty();
      assertThat(exact(harness.found())).hasSizeGreaterThan(10);
    }
    some.remove(late);
    try (GazeHarness harness = GazeHarness.of(trials(10, 5))) {
      harness.take(MarkedGaze.wrapped(some)).take(all);
      assertThat(of(harness, HealthKind.GAP))
          .hasSize(2)
          .allMatch(h -> h.getDetail().contains("of the markers"));
      harness.take(MarkedGaze.wrapped(List.of(late)));
      assertThat(of(harness, HealthKind.LATE)).hasSize(1);
    }
  }

  @Test
  void aMarkerBetweenSamplesEndsTheTrialWithTheSampleBeforeIt() throws Exception {
    double[][] eyes = new SimulatedEyes(4, 3000).at;
    GazeParameters parameters = trials(10, 5);
    MarkedGaze on = new MarkedGaze("anna", "a", eyes, 50).mark(100, "TRIALID 1");
    on.mark(1999, "TRIAL_RESULT 0");
    MarkedGaze between = new MarkedGaze("anna", "a", eyes, 50);
    between.at(1_000_000 + 2000 * 100 - 1500, "TRIALID 1");
    between.at(1_000_000 + 2000 * 1999 + 1999, "TRIAL_RESULT 0");
    List<Microsaccade> want = exact(run(parameters, on.markersFirst()));
    assertThat(want).hasSizeGreaterThan(5);
    assertThat(GazeHarness.lines(exact(run(parameters, between.markersLast()))))
        .isEqualTo(GazeHarness.lines(want));
  }

  private static List<StreamHealth> of(GazeHarness harness, HealthKind kind) {
    return harness.health().stream().filter(h -> h.getKind() == kind).toList();
  }
}
