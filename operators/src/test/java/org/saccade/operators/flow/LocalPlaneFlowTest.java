package org.saccade.operators.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.PageStore;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.FeatureValue;
import org.saccade.operators.stage.RandomEvents;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.stage.StageRun;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.FlowBatch;

class LocalPlaneFlowTest {
  private static final int SIDE = 24;
  private static final FlowParameters ONE_SLICE =
      FlowParameters.DEFAULTS.withSlicing(new Slicing(10_000_000, 10_000));

  /** A straight edge over the whole frame: at (x, y) at t0 + a x + b y, in the order of time. */
  private static EventBatch edge(long t0, int a, int b) {
    List<long[]> events = new ArrayList<>();
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        events.add(new long[] {t0 + (long) a * x + (long) b * y, x, y});
      }
    }
    events.sort((p, q) -> Long.compare(p[0], q[0]));
    EventBatch batch = new EventBatch(events.size());
    events.forEach(e -> batch.add(e[0], (int) e[1], (int) e[2], 1));
    return batch;
  }

  private static List<StageOutput> outputs(FlowParameters parameters, EventBatch... packets) {
    List<StageOutput> all = new ArrayList<>();
    LocalPlaneFlow flow = new LocalPlaneFlow(parameters);
    flow.open(SIDE, SIDE);
    for (EventBatch packet : packets) {
      flow.process(packet, packet.t(packet.size() - 1), all::add);
    }
    // Without a close, which would let the vectors go before they are looked at.
    flow.process(new EventBatch(1), Long.MAX_VALUE / 4, o -> all.add(copy(o)));
    return all;
  }

  private static StageOutput copy(StageOutput output) {
    return output instanceof FlowOutput f
        ? new Seen(f.start(), f.end(), text(f), f.vectors().size())
        : output;
  }

  private record Seen(long start, long end, String text, int vectors) implements StageOutput {}

  private static double feature(List<StageOutput> outputs, String name) {
    return outputs.stream()
        .filter(o -> o instanceof FeatureValue f && f.name().equals(name))
        .mapToDouble(o -> ((FeatureValue) o).value())
        .findFirst()
        .orElse(Double.NaN);
  }

  @Test
  void anEdgeGivesItsVelocityExactly() {
    List<StageOutput> right = outputs(ONE_SLICE, edge(0, 1_000, 0));
    assertThat(feature(right, "flow_x")).isEqualTo(1_000);
    assertThat(feature(right, "flow_y")).isZero();
    assertThat(feature(right, "flow_residual")).isZero();

    // 300 µs a column and 400 µs a row: v = 10^6 (300, 400) / (300² + 400²).
    List<StageOutput> aslant = outputs(ONE_SLICE, edge(0, 300, 400));
    assertThat(feature(aslant, "flow_x")).isEqualTo(1_200);
    assertThat(feature(aslant, "flow_y")).isEqualTo(1_600);
    assertThat(feature(aslant, "flow_speed")).isEqualTo(2_000);

    List<StageOutput> left = outputs(ONE_SLICE, edge(50_000, -2_000, 0));
    assertThat(feature(left, "flow_x")).isEqualTo(-500);
  }

  @Test
  void mostEventsOfAnEdgeHaveFlow() {
    Seen seen = (Seen) outputs(ONE_SLICE, edge(0, 300, 400)).get(0);
    assertThat(seen.vectors()).isBetween(SIDE * SIDE * 9 / 10, SIDE * SIDE);
  }

  @Test
  void anEdgeThatFollowsWithinTheWindowDoesNotDisturb() {
    FlowParameters p = ONE_SLICE.withRefractory(20_000);
    List<StageOutput> outputs = outputs(p, edge(0, 1_000, 0), edge(60_000, 1_000, 0));
    assertThat(feature(outputs, "flow_x")).isCloseTo(1_000, within(5.0));
    assertThat(feature(outputs, "flow_y")).isCloseTo(0, within(1.0));
  }

  @Test
  void furtherEventsOfTheSameEdgeDoNotCount() {
    EventBatch twice = new EventBatch(2 * SIDE * SIDE);
    EventBatch edge = edge(0, 1_000, 0);
    for (int i = 0; i < edge.size(); i++) {
      twice.append(edge, i, i + 1);
    }
    for (int i = 0; i < edge.size(); i++) {
      twice.add(edge.t(i) + 15_000, edge.x(i), edge.y(i), 1);
    }
    EventBatch ordered = ordered(twice);
    List<StageOutput> outputs = outputs(ONE_SLICE.withRefractory(20_000), ordered);
    assertThat(feature(outputs, "flow_x")).isEqualTo(1_000);
    assertThat(feature(outputs, "flow_residual")).isZero();
  }

  private static EventBatch ordered(EventBatch batch) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      order.add(i);
    }
    order.sort((i, j) -> Long.compare(batch.t(i), batch.t(j)));
    EventBatch sorted = new EventBatch(batch.size());
    order.forEach(i -> sorted.append(batch, i, i + 1));
    return sorted;
  }

  @Test
  void whatFlashesEverywhereAtOnceHasNoFlow() {
    assertThat(outputs(ONE_SLICE, edge(5, 0, 0))).isEmpty();
    FlowParameters slow = ONE_SLICE.withPlanes(1, 8, 1_000);
    assertThat(feature(outputs(slow, edge(0, 1_000, 0)), "flow_x")).isEqualTo(1_000);
    assertThat(outputs(slow, edge(0, 999, 0))).as("faster than the bound").isEmpty();
  }

  @Test
  void theOtherPolarityIsAnotherSurface() {
    EventBatch mixed = edge(0, 1_000, 0);
    EventBatch back = edge(0, -1_000, 0);
    for (int i = 0; i < back.size(); i++) {
      mixed.add(back.t(i) + 24_000, back.x(i), back.y(i), 0);
    }
    List<StageOutput> outputs = outputs(ONE_SLICE, ordered(mixed));
    assertThat(feature(outputs, "flow_x")).isCloseTo(0, within(20.0));
    assertThat(feature(outputs, "flow_speed")).isEqualTo(1_000);
  }

  @Test
  void aSliceHasAtMostItsCountOfVectors() {
    assertThatThrownBy(() -> FlowParameters.DEFAULTS.withSlicing(Slicing.every(10_000)))
        .hasMessage("count of the slicing=0 must be between 1 and 1048576");
  }

  @Test
  void ofVectorsOnlyThePagesThatGrewAreWritten() {
    PagedFlow vectors = new PagedFlow();
    PageStore store = new PageStore();
    for (int i = 0; i < 5_000; i++) {
      vectors.batch().add(i, 1, 2, 3, 4, 5);
    }
    vectors.flush(store);
    assertThat(store.pages().keySet()).containsExactly(0, 1, 2);
    store.pages().clear();
    vectors.batch().add(5_000, 1, 2, 3, 4, 5);
    vectors.flush(store);
    assertThat(store.pages().keySet()).containsExactly(2);
    vectors.clear();
    vectors.flush(store);
    assertThat(store.pages()).isEmpty();
  }

  @Property(tries = 60)
  void packetsAndRestartsDoNotMatter(
      @ForAll @IntRange(min = 1, max = 4) int radius,
      @ForAll @IntRange(min = 100, max = 30_000) int micros,
      @ForAll @IntRange(min = 1, max = 300) int count,
      @ForAll long seed) {
    FlowParameters p =
        FlowParameters.DEFAULTS
            .withWindow(radius, 50_000)
            .withRefractory(1_000)
            .withPlanes(1, 5, 1e6)
            .withSlicing(new Slicing(micros, count));
    EventBatch events = RandomEvents.of(seed, 2_000, 17, 9);
    StageRun whole = StageRun.whole(p, 17, 9, events, LocalPlaneFlowTest::text);
    StageRun cut = StageRun.cut(p, 17, 9, events, LocalPlaneFlowTest::text, seed);
    assertThat(cut.outputs()).isEqualTo(whole.outputs()).isNotEmpty();
    assertThat(cut.kept()).as("the events go on").isEqualTo(events);
  }

  private static String text(StageOutput output) {
    if (!(output instanceof FlowOutput f)) {
      return output.toString();
    }
    StringBuilder s = new StringBuilder(f.start() + ".." + f.end() + " " + f.events());
    FlowBatch v = f.vectors();
    for (int i = 0; i < v.size(); i++) {
      s.append(String.format(" (%d %d %d", v.t()[i], v.x()[i], v.y()[i]));
      s.append(String.format(" %s %s %s)", v.vx()[i], v.vy()[i], v.residual()[i]));
    }
    return s.toString();
  }
}
