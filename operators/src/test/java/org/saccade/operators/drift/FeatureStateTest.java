package org.saccade.operators.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.drift.FeatureHarness.MAX_PARALLELISM;
import static org.saccade.operators.drift.FeatureHarness.SMALL;
import static org.saccade.operators.drift.Features.STEP;
import static org.saccade.operators.drift.Features.command;
import static org.saccade.operators.drift.Features.noise;
import static org.saccade.operators.drift.Features.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.Command;
import org.saccade.schemas.packet.ControlCommand;
import org.saccade.schemas.packet.FeatureSample;

/** The same records, whatever happens to the state: stops, restores, other parallelisms. */
class FeatureStateTest {
  private static final int SERIES = 4;
  private static final int LENGTH = 420;

  private static List<ControlCommand> commands() {
    return List.of(
        command("*", Command.FREEZE, 150 * STEP, 1),
        command("*", Command.RESUME, 170 * STEP, 2),
        command("s1", Command.RESET, 200 * STEP, 3));
  }

  private static List<FeatureSample> input() {
    List<List<FeatureSample>> series = new ArrayList<>();
    for (int s = 0; s < SERIES; s++) {
      int k = s;
      series.add(
          values(
              "s" + s,
              0,
              LENGTH,
              i ->
                  i % 103 == 0
                      ? Double.NaN
                      : noise(31 * k + i) + (i > 300 ? 20 : 0) + (i == 250 ? 300 : 0)));
    }
    SplittableRandom random = new SplittableRandom(7);
    int[] next = new int[SERIES];
    List<FeatureSample> mixed = new ArrayList<>();
    while (mixed.size() < SERIES * LENGTH) {
      int s = random.nextInt(SERIES);
      if (next[s] < LENGTH) {
        mixed.add(series.get(s).get(next[s]++));
      }
    }
    return mixed;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void survivesRestoresAndRescales(boolean rocks) throws Exception {
    List<FeatureSample> input = input();
    Map<String, Object> want;
    try (FeatureHarness undisturbed = FeatureHarness.of(SMALL)) {
      for (ControlCommand command : commands()) {
        undisturbed.command(command);
      }
      want = undisturbed.offer(input).end().byId();
      assertThat(undisturbed.drifts()).isNotEmpty();
      assertThat(undisturbed.anomalies()).isNotEmpty();
    }
    assertThat(run(input, rocks, new int[] {1, 2, 3, 1, 2, 1, 4})).isEqualTo(want);
  }

  private static Map<String, Object> run(
      List<FeatureSample> input, boolean rocks, int[] parallelisms) throws Exception {
    Map<String, Object> found = new TreeMap<>();
    OperatorSubtaskState state = null;
    int from = 0;
    for (int stop = 0; stop < parallelisms.length; stop++) {
      int parallelism = parallelisms[stop];
      boolean last = stop + 1 == parallelisms.length;
      int to = last ? input.size() : from + 151 + 31 * stop;
      List<OperatorSubtaskState> parts = new ArrayList<>();
      for (int index = 0; index < parallelism; index++) {
        try (FeatureHarness harness = FeatureHarness.of(SMALL, rocks, parallelism, index, state)) {
          if (stop == 0) {
            for (ControlCommand command : commands()) {
              harness.command(command);
            }
          }
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
    return found;
  }

  private static List<FeatureSample> of(List<FeatureSample> all, int parallelism, int index) {
    return all.stream()
        .filter(
            s ->
                KeyGroupRangeAssignment.assignKeyToParallelOperator(
                        s.series().text(), MAX_PARALLELISM, parallelism)
                    == index)
        .toList();
  }
}
