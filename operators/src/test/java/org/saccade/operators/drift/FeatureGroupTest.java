package org.saccade.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.drift.FeatureHarness.MAX_PARALLELISM;
import static org.saccade.operators.drift.FeatureHarness.SMALL;
import static org.saccade.operators.drift.Features.STEP;
import static org.saccade.operators.drift.Features.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.Anomaly;
import org.saccade.schemas.Direction;
import org.saccade.schemas.Drift;
import org.saccade.schemas.packet.FeatureSample;
import org.saccade.schemas.packet.Origin;
import org.saccade.schemas.packet.RawEventPacket;

/** Several features of a stream, watched alone and together. */
class FeatureGroupTest {
  private static final List<String> NAMES = List.of("a", "b", "c");
  private static final int LENGTH = 560;
  private static final int ODD = 430;
  private static final int STEPPED = 480;
  private static final DriftParameters QUIET =
      DriftParameters.DEFAULTS.with(ModelSet.SMALL, 300, 100_000);

  private static FeatureSample sample(
      String stream, String name, String session, long time, double value) {
    return new FeatureSample(
        stream,
        name,
        "events",
        session,
        time,
        RawEventPacket.NO_EPOCH,
        value,
        new Origin("features", 0, time, 0));
  }

  /** a has an odd moment; then b and c step up. */
  private static List<FeatureSample> input(String stream, int seed) {
    List<FeatureSample> all = new ArrayList<>();
    for (int i = 0; i < LENGTH; i++) {
      for (int k = 0; k < NAMES.size(); k++) {
        double value =
            noise(7919 * (3 * seed + k) + i)
                + (k == 0 && i == ODD ? 300 : 0)
                + (k > 0 && i >= STEPPED ? 30 : 0);
        if (k != 2 || i % 41 != 40) {
          all.add(sample(stream, NAMES.get(k), "one", i * STEP, value));
        }
      }
    }
    return all;
  }

  private static boolean isJoint(String feature) {
    return feature.startsWith("joint:");
  }

  @Test
  void tellsOfAllTogetherBesideWhatItTellsOfEach() throws Exception {
    try (FeatureHarness alone = FeatureHarness.of(QUIET);
        FeatureHarness together =
            FeatureHarness.together(QUIET, JointParameters.all(), false, 1, 0, null)) {
      List<FeatureSample> input = input("s", 1);
      alone.offer(input).end();
      together.offer(input).end();
      assertThat(
              together.anomalies().stream()
                  .filter(a -> !isJoint(a.getFeature()))
                  .map(a -> a.getFeature() + a.getTime() + ":" + a.getLogLikelihood()))
          .isEqualTo(
              alone.anomalies().stream()
                  .map(a -> a.getFeature() + a.getTime() + ":" + a.getLogLikelihood())
                  .toList());
      List<Anomaly> anomalies =
          together.anomalies().stream().filter(a -> isJoint(a.getFeature())).toList();
      assertThat(anomalies).anyMatch(a -> a.getTime() == ODD * STEP && a.getLogLikelihood() == 1);
      assertThat(anomalies).noneMatch(a -> a.getTime() < ODD * STEP);
      List<Drift> drifts = together.drifts().stream().filter(d -> isJoint(d.getFeature())).toList();
      assertThat(drifts).hasSize(1);
      assertThat(drifts.get(0).getFeature()).isIn("joint:b", "joint:c");
      assertThat(drifts.get(0).getDirection()).isEqualTo(Direction.UP);
      assertThat(drifts.get(0).getBegan()).isBetween((STEPPED - 60) * STEP, (STEPPED + 5) * STEP);
      assertThat(drifts.get(0).getDecided()).isBetween(STEPPED * STEP, (STEPPED + 15) * STEP);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void survivesRestoresAndRescales(boolean rocks) throws Exception {
    List<List<FeatureSample>> streams = List.of(input("s1", 1), input("s2", 2), input("s3", 3));
    List<FeatureSample> input = new ArrayList<>();
    for (int i = 0; i < streams.get(0).size(); i++) {
      for (List<FeatureSample> stream : streams) {
        input.add(stream.get(i));
      }
    }
    JointParameters joint = new JointParameters(NAMES, new byte[0]);
    Map<String, Object> want;
    try (FeatureHarness undisturbed = FeatureHarness.together(SMALL, joint, false, 1, 0, null)) {
      want = undisturbed.offer(input).end().byId();
      assertThat(undisturbed.drifts()).anyMatch(d -> isJoint(d.getFeature()));
      assertThat(undisturbed.anomalies()).anyMatch(a -> isJoint(a.getFeature()));
    }
    Map<String, Object> found = new TreeMap<>();
    int[] parallelisms = {1, 2, 3, 1, 4};
    OperatorSubtaskState state = null;
    int from = 0;
    for (int stop = 0; stop < parallelisms.length; stop++) {
      int parallelism = parallelisms[stop];
      boolean last = stop + 1 == parallelisms.length;
      int to = last ? input.size() : from + 401 + 97 * stop;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (FeatureHarness harness =
            FeatureHarness.together(SMALL, joint, rocks, parallelism, index, state)) {
          harness.offer(of(input.subList(from, to), parallelism, index));
          if (last) {
            harness.end();
          } else {
            parts.add(harness.snapshot(stop));
          }
          found.putAll(harness.byId());
        }
      }
      from = to;
      state =
          last
              ? null
              : AbstractStreamOperatorTestHarness.repackageState(
                  parts.toArray(OperatorSubtaskState[]::new));
    }
    assertThat(found).isEqualTo(want);
  }

  private static List<FeatureSample> of(List<FeatureSample> all, int parallelism, int index) {
    return all.stream()
        .filter(
            s ->
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        KeyedFeatureOperator.together(s), MAX_PARALLELISM, parallelism)
                    == index)
        .toList();
  }

  /**
   * One stops for good, one jumps to a new session and back in time: no exception, still watched.
   */
  @Test
  void aFeatureThatEndsAndSessionsThatChangeHoldUpNothing() throws Exception {
    try (FeatureHarness harness =
        FeatureHarness.together(QUIET, JointParameters.all(), false, 1, 0, null)) {
      for (int i = 0; i < 1200; i++) {
        String session = i < 500 ? "one" : "two";
        long time = (i < 500 ? i : i - 500) * STEP;
        double odd = i == 1050 ? 500 : 0;
        harness.offer(List.of(sample("s", "a", session, time, noise(i) + odd)));
        if (i < 350) {
          harness.offer(List.of(sample("s", "b", session, time, noise(5000 + i))));
        }
        harness.offer(
            List.of(sample("s", "c", session, time, i % 5 == 0 ? Double.NaN : noise(9000 + i))));
      }
      harness.end();
      assertThat(harness.anomalies())
          .anyMatch(a -> a.getFeature().equals("joint:a") && a.getTime() == 550 * STEP);
      assertThat(harness.drifts()).isEmpty();
    }
  }

  @Test
  void rowsGoOutInTheOrderOfTimeWhenAllArePastThem() {
    JointRows rows = new JointRows(2);
    rows.put(0, 10, 1, 0, 0);
    rows.put(0, 20, 2, 0, 0);
    assertThat(rows.next()).as("the other may still come").isNull();
    rows.put(1, 15, 3, 0, 0);
    JointRow first = rows.next();
    assertThat(first.time).isEqualTo(10);
    assertThat(first.has(1)).isFalse();
    assertThat(rows.next().time).isEqualTo(15);
    assertThat(rows.next()).as("20 is not there yet").isNull();
    rows.put(1, 20, 4, 0, 0);
    assertThat(rows.next().values).containsExactly(2, 4);
    for (int i = 0; i <= JointRows.MOST; i++) {
      rows.put(0, 30 + i, i, 0, 0);
    }
    assertThat(rows.next().time).as("the oldest of too many").isEqualTo(30);
    assertThat(rows.next()).isNull();
  }

  @Test
  void namesAreChecked() {
    assertThatThrownBy(() -> new JointParameters(List.of("a"), new byte[0]))
        .hasMessageContaining("[a]");
    assertThatThrownBy(() -> new JointParameters(List.of("a", "a"), new byte[0]))
        .hasMessageContaining("differ");
  }
}
