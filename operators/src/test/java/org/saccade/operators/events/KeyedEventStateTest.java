package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.operators.events.Harness.Backend;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CorrelationParameters;
import org.saccade.operators.filter.CropParameters;
import org.saccade.operators.filter.DecimationParameters;
import org.saccade.operators.filter.FlickerParameters;
import org.saccade.operators.filter.HotPixelParameters;
import org.saccade.operators.filter.Rectangle;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.limit.RateLimitParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.schemas.HealthKind;
import org.saccade.schemas.HealthState;
import org.saccade.schemas.StreamHealth;
import org.saccade.schemas.packet.RawEventPacket;

/** Whatever happens to the state on the way, the records are those of an undisturbed run. */
class KeyedEventStateTest {
  private static final long HOUR = 3_600_000_000L;
  private static final long TEN_YEARS = 10 * 365 * 24 * HOUR;

  private static final EventStreamParameters PARAMETERS =
      EventStreamParameters.DEFAULTS
          .withReorder(4, 100_000)
          .withChain(
              new CropParameters(new Rectangle(0, 20, 64, 28)),
              new HotPixelParameters(true, 300, 2, 10_000),
              new FlickerParameters(false, 5, 1_000, 2),
              new RefractoryParameters(Refractory.LAST_KEPT, 2_000),
              new CorrelationParameters(2, true, 3, 6_000, false),
              new BackgroundActivityParameters(
                  BackgroundActivity.EIGHT_NEIGHBOURS_FIRST_PASSES, 4_000),
              new DecimationParameters(3),
              new RateLimitParameters(8, 10_000),
              new RateParameters(25_000));

  /** Five sensors of different clocks, restarts, gaps, duplicates, disorder and bad payloads. */
  private static List<RawEventPacket> input(long seed) {
    Random random = new Random(seed);
    List<List<RawEventPacket>> sensors = new ArrayList<>();
    long[] clocks = {0, HOUR, TEN_YEARS, 7, -HOUR};
    for (int s = 0; s < clocks.length; s++) {
      sensors.add(sensor("cam" + s, clocks[s], random));
    }
    List<RawEventPacket> all = new ArrayList<>();
    while (sensors.stream().anyMatch(l -> !l.isEmpty())) {
      List<RawEventPacket> one = sensors.get(random.nextInt(sensors.size()));
      if (!one.isEmpty()) {
        all.add(one.remove(0));
      }
    }
    return all;
  }

  private static List<RawEventPacket> sensor(String stream, long clock, Random random) {
    List<RawEventPacket> packets = new ArrayList<>();
    for (int session = 0; session < 2; session++) {
      int n = 12 + random.nextInt(12);
      for (int i = 0; i < n; i++) {
        RawEventPacket p = Packets.random(stream, "run" + session, i, clock, 40);
        p = i == n - 1 && session == 1 ? Packets.asLast(p) : p;
        p = random.nextInt(15) == 0 ? Packets.withPayload(p, new byte[3]) : p;
        if (random.nextInt(12) > 0) {
          packets.add(p);
        }
        if (random.nextInt(12) == 0) {
          packets.add(p);
        }
      }
    }
    for (int i = 1; i < packets.size(); i++) {
      if (random.nextInt(6) == 0) {
        Collections.swap(packets, i - 1, i);
      }
    }
    return packets;
  }

  private static Harness start(Backend backend, int p, int index, OperatorSubtaskState from)
      throws Exception {
    return new Harness(new KeyedEventOperator(PARAMETERS, Harness.UID), backend, p, index, from);
  }

  private static Map<String, List<String>> undisturbed(List<RawEventPacket> input)
      throws Exception {
    try (Harness h = start(Backend.HASHMAP, 1, 0, null)) {
      h.offer(input.toArray(new RawEventPacket[0]));
      h.endInput();
      return h.outputs();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void stoppedAndRestoredAtRandomPointsItGivesTheSameRecords(Backend backend) throws Exception {
    List<RawEventPacket> input = input(1);
    Map<String, List<String>> outputs = new TreeMap<>();
    Random random = new Random(2);
    OperatorSubtaskState state = null;
    int from = 0;
    int restores = 0;
    while (from < input.size()) {
      int to = Math.min(input.size(), from + 1 + random.nextInt(20));
      try (Harness h = start(backend, 1, 0, state)) {
        for (int i = from; i < to; i++) {
          h.offer(input.get(i));
          if (random.nextInt(5) == 0) {
            h.snapshot(i); // a checkpoint from which nothing is restored loses nothing either
          }
        }
        state = h.snapshot(1_000_000 + from);
        if (to == input.size()) {
          h.endInput();
        }
        h.addTo(outputs);
      }
      from = to;
      restores++;
    }
    assertThat(restores).isGreaterThan(8);
    assertThat(outputs).isEqualTo(undisturbed(input));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void whatCameAfterTheCheckpointIsForgottenByARestore(Backend backend) throws Exception {
    List<RawEventPacket> input = input(3);
    int cut = input.size() / 2;
    Map<String, List<String>> outputs = new TreeMap<>();
    OperatorSubtaskState state;
    try (Harness h = start(backend, 1, 0, null)) {
      h.offer(input.subList(0, cut).toArray(new RawEventPacket[0]));
      h.addTo(outputs);
      state = h.snapshot(1);
      h.offer(input.subList(cut, input.size()).toArray(new RawEventPacket[0]));
    }
    try (Harness h = start(backend, 1, 0, state)) {
      h.offer(input.subList(cut, input.size()).toArray(new RawEventPacket[0]));
      h.endInput();
      h.addTo(outputs);
    }
    assertThat(outputs).isEqualTo(undisturbed(input));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void rescaledFromOneToTwoToFourItGivesTheSameRecords(Backend backend) throws Exception {
    List<RawEventPacket> input = input(4);
    Map<String, List<String>> outputs = new TreeMap<>();
    List<OperatorSubtaskState> states = new ArrayList<>();
    int[] parallelisms = {1, 2, 4};
    for (int stage = 0; stage < 3; stage++) {
      int parallelism = parallelisms[stage];
      List<RawEventPacket> part =
          input.subList(input.size() * stage / 3, input.size() * (stage + 1) / 3);
      OperatorSubtaskState from =
          states.isEmpty()
              ? null
              : AbstractStreamOperatorTestHarness.repackageState(
                  states.toArray(new OperatorSubtaskState[0]));
      states.clear();
      for (int index = 0; index < parallelism; index++) {
        OperatorSubtaskState mine =
            from == null
                ? null
                : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    from, Harness.MAX_PARALLELISM, parallelisms[stage - 1], parallelism, index);
        try (Harness h = start(backend, parallelism, index, mine)) {
          for (RawEventPacket p : part) {
            if (subtask(p.stream(), parallelism) == index) {
              h.offer(p);
            }
          }
          states.add(h.snapshot(stage));
          if (stage == 2) {
            h.endInput();
          }
          h.addTo(outputs);
        }
      }
    }
    Map<String, List<String>> want = undisturbed(input);
    sortDeadLetters(want);
    sortDeadLetters(outputs);
    assertThat(outputs).isEqualTo(want);
  }

  private static int subtask(String key, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        key, Harness.MAX_PARALLELISM, parallelism);
  }

  /** They are listed over all streams, and streams of two subtasks have no common order. */
  private static void sortDeadLetters(Map<String, List<String>> outputs) {
    Collections.sort(outputs.get("dead/DeadLetter"));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void withMemoryForLessThanAllOfItsKeysItGivesTheSameRecords(Backend backend) throws Exception {
    List<RawEventPacket> input = input(5);
    try (Harness h =
        new Harness(
            new KeyedEventOperator(
                // A stream of this camera takes 57 kB, so 18 of the 45 fit.
                PARAMETERS.withKeeping(1 << 20, Duration.ofDays(7), Duration.ZERO), Harness.UID),
            backend,
            1,
            0,
            null)) {
      List<RawEventPacket> streams = new ArrayList<>();
      for (RawEventPacket p : input) {
        streams.add(p);
        streams.add(filler(streams.size()));
      }
      h.offer(streams.toArray(new RawEventPacket[0]));
      h.endInput();
      Map<String, List<String>> outputs = h.outputs();
      outputs.keySet().removeIf(k -> k.startsWith("filler"));
      assertThat(outputs).isEqualTo(undisturbed(input));
    }
  }

  /** Forty other streams, so that each comes back long after it was put away. */
  private static RawEventPacket filler(int n) {
    return Packets.random("filler" + n % 40, "s", n / 40, 0, 5);
  }

  @Test
  void everyFilterDropsSomeOfTheseEventsSoThatItsStateMatters() throws Exception {
    try (Harness h = start(Backend.HASHMAP, 1, 0, null)) {
      h.offer(input(1).toArray(new RawEventPacket[0]));
      h.endInput();
      for (String filter :
          List.of(
              "hot_pixels",
              "flicker",
              "refractory",
              "correlation",
              "background",
              "decimation",
              "rate_limit")) {
        assertThat(h.health())
            .as(filter)
            .anyMatch(r -> r.getDetail().contains(" dropped_by_" + filter + "="));
      }
      assertThat(h.packets().stream().mapToInt(p -> p.getCount()).sum()).isPositive();
      assertThat(h.packets()).allMatch(p -> p.getHeight() == 28);
    }
  }

  @Test
  void whatAStageToldOpenIsClosedUnderTheSameIdEvenByAnotherRunOfTheOperator() throws Exception {
    List<RawEventPacket> input = input(1);
    List<StreamHealth> told = new ArrayList<>();
    OperatorSubtaskState state = null;
    for (int i = 0; i < input.size(); i++) {
      try (Harness h = start(Backend.HASHMAP, 1, 0, state)) {
        h.offer(input.get(i));
        state = h.snapshot(i);
        if (i == input.size() - 1) {
          h.endInput();
        }
        told.addAll(h.health());
      }
    }
    for (HealthKind kind : List.of(HealthKind.HOT_PIXELS, HealthKind.RATE)) {
      Map<Object, Long> opened = ids(told, kind, HealthState.OPEN);
      assertThat(opened).as(kind.name()).isNotEmpty();
      assertThat(opened.values()).as("each id once").containsOnly(1L);
      assertThat(ids(told, kind, HealthState.CLOSED)).isEqualTo(opened);
    }
  }

  private static Map<Object, Long> ids(
      List<StreamHealth> told, HealthKind kind, HealthState state) {
    return told.stream()
        .filter(r -> r.getKind() == kind && r.getState() == state)
        .collect(Collectors.groupingBy(r -> r.getProvenance().getId(), Collectors.counting()));
  }

  @Test
  void eachSensorGivesWhatItGivesAlone() throws Exception {
    List<RawEventPacket> input = input(6);
    Map<String, List<String>> alone = new TreeMap<>();
    for (int s = 0; s < 5; s++) {
      String stream = "cam" + s;
      undisturbed(input.stream().filter(p -> p.stream().equals(stream)).toList())
          .forEach((k, v) -> alone.computeIfAbsent(k, x -> new ArrayList<>()).addAll(v));
    }
    Map<String, List<String>> together = undisturbed(input);
    sortDeadLetters(alone);
    sortDeadLetters(together);
    assertThat(together).isEqualTo(alone);
  }

  @Test
  void filtersThatAreSwitchedOffLeaveNothingInState() throws Exception {
    List<RawEventPacket> input = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      input.add(Packets.random("cam", "s", i, 0, 40));
    }
    OperatorSubtaskState state;
    try (Harness h = start(Backend.HASHMAP, 1, 0, null)) {
      h.offer(input.subList(0, 5).toArray(new RawEventPacket[0]));
      state = h.snapshot(1);
    }
    try (Harness h =
        new Harness(
            new KeyedEventOperator(EventStreamParameters.DEFAULTS, Harness.UID),
            Backend.HASHMAP,
            1,
            0,
            state)) {
      h.offer(input.subList(5, 10).toArray(new RawEventPacket[0]));
      OperatorSubtaskState without = h.snapshot(2);
      assertThat(h.packets()).hasSize(5).allMatch(p -> p.getCount() == 40);
      assertThat(h.health()).extracting(StreamHealth::getState).doesNotContain(HealthState.OPEN);
      assertThat(without.getStateSize()).isLessThan(state.getStateSize() / 5);
    }
  }
}
