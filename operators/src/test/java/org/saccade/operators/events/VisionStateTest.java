package org.saccade.operators.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.events.Harness.Backend;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.frame.FrameContent;
import org.saccade.operators.frame.FrameParameters;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;
import org.saccade.operators.track.TrackParameters;
import org.saccade.schemas.Feature;
import org.saccade.schemas.Frame;
import org.saccade.schemas.PixelFormat;
import org.saccade.schemas.Track;
import org.saccade.schemas.TrackState;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.codec.FramePayload;
import org.saccade.schemas.packet.RawEventPacket;

/** Frames, surfaces, flow, tracks and corners in the keyed operator, whatever happens to it. */
class VisionStateTest {
  private static final List<StageParameters> CHAIN =
      List.of(
          FrameParameters.of(FrameContent.EXPONENTIAL, Slicing.every(25_000)).withBinning(4),
          FrameParameters.of(FrameContent.HISTOGRAM, new Slicing(30_000, 700))
              .withPolaritiesApart(),
          FlowParameters.DEFAULTS.withSlicing(new Slicing(15_000, 4_096)),
          TrackParameters.DEFAULTS.withClusters(12, 8).withLives(2, 3),
          CornerParameters.DEFAULTS);

  private static final EventStreamParameters PARAMETERS =
      EventStreamParameters.DEFAULTS.withReorder(4, 100_000).withChain(CHAIN);

  /** A square of 9 pixels that goes to the right, a pixel in 2 ms, over a clock's beginning. */
  private static RawEventPacket square(String stream, String session, long sequence, long clock) {
    EventBatch batch = new EventBatch(512);
    for (int ms = 0; ms < 10; ms += 2) {
      int left = (int) ((10 * sequence + ms) / 2 % 50);
      long t = clock + sequence * Packets.MICROS + 1_000L * ms;
      for (int i = 0; i < 9; i++) {
        batch.add(t + 10 * i, left, 20 + i, 0);
        batch.add(t + 10 * i + 1, left + 9, 20 + i, 1);
      }
    }
    return Packets.packet(stream, session, sequence, batch);
  }

  private static List<RawEventPacket> input() {
    List<RawEventPacket> all = new ArrayList<>();
    long[] clocks = {0, 3_600_000_000L, -7_000_000};
    for (int i = 0; i < 60; i++) {
      for (int s = 0; s < clocks.length; s++) {
        String session = i < 30 ? "a" : "b";
        RawEventPacket p = square("cam" + s, session, i % 30, clocks[s]);
        if ((i + s) % 17 != 5) {
          all.add(i == 59 ? Packets.asLast(p) : p);
        }
      }
    }
    return all;
  }

  private static Harness start(
      EventStreamParameters parameters, Backend backend, int p, int index, OperatorSubtaskState s)
      throws Exception {
    return new Harness(new KeyedEventOperator(parameters, Harness.UID), backend, p, index, s);
  }

  private static Map<String, List<String>> undisturbed(List<RawEventPacket> input)
      throws Exception {
    try (Harness h = start(PARAMETERS, Backend.HASHMAP, 1, 0, null)) {
      h.offer(input.toArray(new RawEventPacket[0]));
      h.endInput();
      return h.outputs();
    }
  }

  @Test
  void everyKindOfRecordIsThereWithAnIdOfItsOwn() throws Exception {
    try (Harness h = start(PARAMETERS, Backend.HASHMAP, 1, 0, null)) {
      h.offer(input().toArray(new RawEventPacket[0]));
      h.endInput();
      Map<Object, Integer> ids = new HashMap<>();
      h.frames().forEach(f -> ids.merge(f.getProvenance().getId(), 1, Integer::sum));
      h.flow().forEach(f -> ids.merge(f.getProvenance().getId(), 1, Integer::sum));
      h.tracks().forEach(t -> ids.merge(t.getProvenance().getId(), 1, Integer::sum));
      assertThat(ids.values()).containsOnly(1);
      assertThat(h.frames()).hasSizeGreaterThan(100);
      assertThat(h.flow()).hasSizeGreaterThan(50);
      assertThat(h.tracks()).hasSizeGreaterThan(100);
      assertThat(h.tracks().stream().map(Track::getState))
          .contains(TrackState.BORN, TrackState.TRACKED, TrackState.ENDED);
      assertThat(h.features().stream().map(Feature::getName).distinct())
          .containsExactlyInAnyOrder("flow_x", "flow_y", "flow_speed", "flow_residual");
      assertThat(h.packets()).allMatch(p -> p.getCount() < 70);
    }
  }

  @Test
  void aFramesPixelsAreTheEventsOfItsSlice() throws Exception {
    try (Harness h = start(PARAMETERS, Backend.HASHMAP, 1, 0, null)) {
      h.offer(square("cam", "a", 0, 0), Packets.asLast(square("cam", "a", 1, 0)));
      Frame histogram =
          h.frames().stream()
              .filter(f -> f.getPixels() == PixelFormat.UINT16)
              .findFirst()
              .orElseThrow();
      byte[] pixels = FramePayload.unpack(histogram);
      int sum = 0;
      for (int i = 0; i < pixels.length; i += 2) {
        sum += pixels[i] & 0xFF | (pixels[i + 1] & 0xFF) << 8;
      }
      assertThat(sum).isEqualTo(180).isEqualTo((int) histogram.getCount());
      assertThat(pixels[2 * (20 * Packets.WIDTH)]).as("OFF at (0, 20)").isEqualTo((byte) 1);
      assertThat(histogram.getPlanes()).isEqualTo(2);
      assertThat(histogram.getProvenance().getStart()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void stoppedAndRestoredAtRandomPointsItGivesTheSameRecords(Backend backend) throws Exception {
    List<RawEventPacket> input = input();
    Map<String, List<String>> outputs = new TreeMap<>();
    Random random = new Random(2);
    OperatorSubtaskState state = null;
    for (int from = 0; from < input.size(); ) {
      int to = Math.min(input.size(), from + 1 + random.nextInt(25));
      try (Harness h = start(PARAMETERS, backend, 1, 0, state)) {
        for (int i = from; i < to; i++) {
          h.offer(input.get(i));
          if (random.nextInt(8) == 0) {
            h.snapshot(i);
          }
        }
        state = h.snapshot(1_000 + from);
        if (to == input.size()) {
          h.endInput();
        }
        h.addTo(outputs);
      }
      from = to;
    }
    assertThat(outputs).isEqualTo(undisturbed(input));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void rescaledFromOneToThreeToTwoItGivesTheSameRecords(Backend backend) throws Exception {
    List<RawEventPacket> input = input();
    int[] parallelisms = {1, 3, 2};
    Map<String, List<String>> outputs = new TreeMap<>();
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (int stage = 0; stage < 3; stage++) {
      int n = parallelisms[stage];
      OperatorSubtaskState from =
          states.isEmpty()
              ? null
              : AbstractStreamOperatorTestHarness.repackageState(
                  states.toArray(new OperatorSubtaskState[0]));
      states.clear();
      for (int index = 0; index < n; index++) {
        OperatorSubtaskState mine =
            from == null
                ? null
                : AbstractStreamOperatorTestHarness.repartitionOperatorState(
                    from, Harness.MAX_PARALLELISM, parallelisms[stage - 1], n, index);
        try (Harness h = start(PARAMETERS, backend, n, index, mine)) {
          int third = input.size() / 3;
          for (RawEventPacket p : input.subList(stage * third, (stage + 1) * third)) {
            if (KeyGroupRangeAssignment.assignKeyToParallelOperator(
                    p.stream(), Harness.MAX_PARALLELISM, n)
                == index) {
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
    assertThat(outputs).isEqualTo(undisturbed(input.subList(0, 3 * (input.size() / 3))));
  }

  @ParameterizedTest
  @EnumSource(Backend.class)
  void withMemoryForLessThanAllOfItsKeysItGivesTheSameRecords(Backend backend) throws Exception {
    EventStreamParameters small =
        PARAMETERS.withKeeping(1 << 20, Duration.ofDays(7), Duration.ZERO);
    List<RawEventPacket> input = input();
    try (Harness h = start(small, backend, 1, 0, null)) {
      int i = 0;
      for (RawEventPacket p : input) {
        h.offer(p);
        h.offer(square("filler" + i % 8, "s", i / 8, 0));
        i++;
      }
      h.endInput();
      Map<String, List<String>> outputs = h.outputs();
      outputs.keySet().removeIf(k -> k.startsWith("filler"));
      assertThat(outputs).isEqualTo(undisturbed(input));
    }
  }

  @Test
  void whatIsSwitchedOffLeavesNothingInState() throws Exception {
    List<RawEventPacket> input = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      input.add(square("cam", "s", i, 0));
    }
    OperatorSubtaskState state;
    try (Harness h = start(PARAMETERS, Backend.HASHMAP, 1, 0, null)) {
      h.offer(input.subList(0, 5).toArray(new RawEventPacket[0]));
      state = h.snapshot(1);
    }
    try (Harness h =
        start(EventStreamParameters.DEFAULTS.withChain(), Backend.HASHMAP, 1, 0, state)) {
      h.offer(input.subList(5, 10).toArray(new RawEventPacket[0]));
      assertThat(h.snapshot(2).getStateSize()).isLessThan(state.getStateSize() / 10);
      assertThat(h.frames()).isEmpty();
    }
  }

  @Test
  void afterTheSessionOnlyTheStreamsHeadIsState() throws Exception {
    try (Harness h = start(PARAMETERS, Backend.HASHMAP, 1, 0, null)) {
      h.offer(square("cam", "a", 0, 0));
      h.snapshot(1);
      int open = h.keyedStateEntries();
      h.offer(Packets.asLast(square("cam", "a", 1, 0)));
      long size = h.snapshot(2).getStateSize();
      assertThat(open).isPositive();
      assertThat(size).as("open it was 100 kB").isLessThan(8_192);
    }
  }

  @Test
  void theDigestNamesWhatEveryStageDependsOn() {
    List<String> texts = CHAIN.stream().map(StageParameters::text).toList();
    assertThat(texts)
        .containsExactly(
            "EXPONENTIAL,25000us/0,apart=false,tau=30000,binning=4",
            "HISTOGRAM,30000us/700,apart=true,tau=0,binning=1",
            "radius=3,window=100000,refractory=20000,reject=1.0,least=8,most=20000.0,15000us/4096",
            "radius=12,window=10000,least=8,birth=2,coast=3,most=64,acceleration=1000.0,"
                + "measurement=2.0",
            "arc,50000");
    assertThat(CHAIN.stream().map(StageParameters::kind))
        .containsExactly(
            StageKind.TIME_SURFACE,
            StageKind.FRAMES,
            StageKind.FLOW,
            StageKind.TRACKS,
            StageKind.CORNERS);
  }
}
