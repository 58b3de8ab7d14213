package org.saccade.operators.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.classify.Scene.events;
import static org.saccade.operators.classify.Scene.marker;
import static org.saccade.operators.classify.Scene.model;
import static org.saccade.operators.classify.Scene.order;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.schemas.packet.RawEventPacket;
import org.saccade.schemas.packet.StreamMarker;

/** Snapshots in the middle of windows, with a command that holds later, on other subtasks. */
class ClassifyStateTest {
  private static final List<String> STREAMS = List.of("a", "b", "c", "d", "e");
  private static final int PACKETS = 9;

  private static List<List<RawEventPacket>> packets() {
    return STREAMS.stream()
        .map(s -> Scene.packets(s, events(s, 3_000, 3_000 + PACKETS * 10_000), 100))
        .toList();
  }

  private static List<RawEventPacket> slice(int from, int to) {
    List<RawEventPacket> all = new ArrayList<>();
    for (int i = from; i < to; i++) {
      for (List<RawEventPacket> stream : packets()) {
        all.add(stream.get(i));
      }
    }
    return all;
  }

  private static int subtask(String stream, int parallelism) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        stream, ClassifyHarness.MAX_PARALLELISM, parallelism);
  }

  private static ClassifyParameters parameters(boolean markers) {
    return ClassifyParameters.of(model()).withVotes(true).withMarkers(markers);
  }

  private static StreamMarker[] markers() {
    return STREAMS.stream()
        .flatMap(s -> java.util.stream.Stream.of(marker(s, 0, 12_345), marker(s, 1, 61_000)))
        .toArray(StreamMarker[]::new);
  }

  private static TreeMap<String, List<String>> without(boolean markers) throws Exception {
    try (ClassifyHarness harness = ClassifyHarness.of(parameters(markers))) {
      harness.order(order("*", model(3), 65_000, 7)).mark(markers());
      return harness.offer(slice(0, PACKETS)).said();
    }
  }

  @ParameterizedTest
  @CsvSource({"false, false, 1, 2", "true, false, 2, 1", "false, true, 2, 3", "true, true, 1, 1"})
  void aRestoredOperatorSaysTheSame(boolean rocks, boolean markers, int before, int after)
      throws Exception {
    ClassifyParameters parameters = parameters(markers);
    TreeMap<String, List<String>> said = new TreeMap<>();
    List<OperatorSubtaskState> states = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      int index = i;
      try (ClassifyHarness harness = new ClassifyHarness(parameters, rocks, before, index, null)) {
        harness.order(order("*", model(3), 65_000, 7));
        for (StreamMarker marker : markers()) {
          if (subtask(marker.stream(), before) == index) {
            harness.mark(marker);
          }
        }
        harness.offer(
            slice(0, 4).stream().filter(p -> subtask(p.stream(), before) == index).toList());
        states.add(harness.snapshot(1));
        add(said, harness.said());
        // What comes behind the snapshot is lost with the subtask.
        harness.offer(
            slice(4, 7).stream().filter(p -> subtask(p.stream(), before) == index).toList());
      }
    }
    OperatorSubtaskState state =
        AbstractStreamOperatorTestHarness.repackageState(
            states.toArray(OperatorSubtaskState[]::new));
    for (int i = 0; i < after; i++) {
      int index = i;
      try (ClassifyHarness harness = new ClassifyHarness(parameters, rocks, after, index, state)) {
        harness.offer(
            slice(4, PACKETS).stream().filter(p -> subtask(p.stream(), after) == index).toList());
        add(said, harness.said());
      }
    }
    assertThat(said).isEqualTo(without(markers));
    assertThat(said.get("a").toString()).contains(digest(model()), digest(model(3)));
  }

  private static String digest(byte[] file) throws Exception {
    return org.saccade.operators.spikepoint.SpikePointModel.of(
            org.saccade.operators.safetensors.Safetensors.parse(file))
        .digest();
  }

  private static void add(TreeMap<String, List<String>> to, TreeMap<String, List<String>> more) {
    more.forEach(
        (stream, lines) -> to.computeIfAbsent(stream, s -> new ArrayList<>()).addAll(lines));
  }

  @Test
  void onlyTheLastModelsAreKept() throws Exception {
    try (ClassifyHarness harness = ClassifyHarness.of(parameters(false).withStagger(false))) {
      for (int i = 0; i < 20; i++) {
        harness.order(order("*", model(1 + i), Long.MIN_VALUE, i));
      }
      harness.offer(Scene.packets("a", events("a", 0, 30_000), 100));
      assertThat(harness.answers().get(0).getProvenance().getModel()).isEqualTo(digest(model(20)));
    }
  }
}
