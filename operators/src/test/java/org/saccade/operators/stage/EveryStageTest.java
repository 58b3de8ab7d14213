package org.saccade.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.operators.corner.Corners;
import org.saccade.operators.filter.BackgroundActivity;
import org.saccade.operators.filter.BackgroundActivityParameters;
import org.saccade.operators.filter.CorrelationParameters;
import org.saccade.operators.filter.CropParameters;
import org.saccade.operators.filter.DecimationParameters;
import org.saccade.operators.filter.DownsampleParameters;
import org.saccade.operators.filter.FlickerParameters;
import org.saccade.operators.filter.Flip;
import org.saccade.operators.filter.FlipParameters;
import org.saccade.operators.filter.HotPixelParameters;
import org.saccade.operators.filter.Polarity;
import org.saccade.operators.filter.PolarityParameters;
import org.saccade.operators.filter.Rectangle;
import org.saccade.operators.filter.Refractory;
import org.saccade.operators.filter.RefractoryParameters;
import org.saccade.operators.filter.RegionParameters;
import org.saccade.operators.filter.Trail;
import org.saccade.operators.filter.TrailParameters;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.frame.FrameContent;
import org.saccade.operators.frame.FrameParameters;
import org.saccade.operators.limit.RateLimitParameters;
import org.saccade.operators.rate.RateParameters;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.track.TrackParameters;
import org.saccade.schemas.batch.EventBatch;

/** What every stage keeps to, whatever it does: another stage is another row. */
class EveryStageTest {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 5;

  /** Parameters such that a few hundred events in some ten milliseconds make a difference. */
  private static List<StageParameters> rows() {
    List<StageParameters> rows = new ArrayList<>();
    for (Refractory variant : Refractory.values()) {
      rows.add(new RefractoryParameters(variant, 900));
    }
    for (BackgroundActivity variant : BackgroundActivity.values()) {
      rows.add(new BackgroundActivityParameters(variant, 90));
    }
    for (Trail variant : Trail.values()) {
      rows.add(new TrailParameters(variant, 900));
    }
    for (Polarity variant : Polarity.values()) {
      rows.add(new PolarityParameters(variant));
    }
    for (Flip variant : Flip.values()) {
      rows.add(new FlipParameters(variant));
    }
    rows.add(new CorrelationParameters(1, false, 2, 300, false));
    rows.add(new CorrelationParameters(2, true, 4, 200, true));
    rows.add(new HotPixelParameters(true, 2_000, 2, 1_000));
    rows.add(new HotPixelParameters(false, 2_000, 2, 1_000));
    rows.add(new FlickerParameters(false, 200, 2_000, 2));
    rows.add(new FlickerParameters(true, 200, 2_000, 1));
    rows.add(new RegionParameters(true, List.of(new Rectangle(1, 1, 3, 2))));
    rows.add(new RegionParameters(false, List.of(new Rectangle(1, 1, 3, 2))));
    rows.add(new CropParameters(new Rectangle(2, 1, 3, 9)));
    rows.add(new DownsampleParameters(4));
    rows.add(new DecimationParameters(3));
    rows.add(new RateLimitParameters(3, 400));
    rows.add(new RateParameters(2_000));
    for (FrameContent content : FrameContent.values()) {
      rows.add(FrameParameters.of(content, new Slicing(1_500, 30)).withTau(2_000).withBinning(2));
    }
    rows.add(FrameParameters.of(FrameContent.HISTOGRAM, Slicing.of(7)).withPolaritiesApart());
    rows.add(
        FlowParameters.DEFAULTS
            .withWindow(1, 5_000)
            .withRefractory(0)
            .withPlanes(1, 4, 1e6)
            .withSlicing(new Slicing(1_500, 20)));
    rows.add(new CornerParameters(Corners.ARC, 500, false));
    rows.add(new CornerParameters(Corners.FAST, 500, false));
    rows.add(TrackParameters.DEFAULTS.withClusters(2, 2).withWindow(500).withLives(2, 2));
    return rows;
  }

  @Provide
  Arbitrary<StageParameters> stage() {
    return Arbitraries.of(rows());
  }

  /** Time mostly goes on by up to 255 µs, sometimes stands still, sometimes falls back. */
  private static EventBatch events(List<Integer> codes) {
    EventBatch batch = new EventBatch(Math.max(1, codes.size()));
    long t = 5_000;
    for (int code : codes) {
      int step = code & 0xFF;
      t += step < 16 ? -20L * step : step;
      // Two in three events are on two neighbouring pixels, so that something is hot.
      int pixel = (code >> 8) % 3 > 0 ? (code >> 8) % 3 : (code >> 8) % (WIDTH * HEIGHT);
      batch.add(t, pixel % WIDTH, pixel / WIDTH, code >> 16 & 1);
    }
    return batch;
  }

  /** What came out: events and what was put besides, less the order between the two. */
  private record Result(List<String> events, List<Object> outputs) {
    Result() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    void put(StageOutput output) {
      outputs.add(StageRun.kept(output));
    }

    void take(EventBatch batch) {
      for (int i = 0; i < batch.size(); i++) {
        events.add(batch.t(i) + " " + batch.x(i) + " " + batch.y(i) + " " + batch.p(i));
      }
    }
  }

  private static EventStage open(StageParameters parameters) {
    EventStage stage = parameters.stage();
    stage.open(WIDTH, HEIGHT);
    return stage;
  }

  private static void pass(EventStage stage, EventBatch all, int from, int to, Result result) {
    EventBatch packet = new EventBatch(Math.max(1, to - from));
    packet.append(all, from, to);
    long end = from == to ? Long.MIN_VALUE / 4 : all.t(to - 1);
    stage.process(packet, end, result::put);
    result.take(packet);
  }

  private static Result atOnce(StageParameters parameters, EventBatch events) {
    EventStage stage = open(parameters);
    Result result = new Result();
    pass(stage, events, 0, events.size(), result);
    stage.close(result::put);
    return result;
  }

  @Property(tries = 400)
  void givesTheSameHoweverItsEventsAreCutIntoPackets(
      @ForAll("stage") StageParameters parameters,
      @ForAll @Size(max = 300) List<@IntRange(max = 0x1FFFF) Integer> codes,
      @ForAll Random random) {
    EventBatch events = events(codes);
    EventStage stage = open(parameters);
    Result result = new Result();
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + random.nextInt(40));
      pass(stage, events, from, to, result);
      from = to;
    }
    stage.close(result::put);
    assertThat(result).isEqualTo(atOnce(parameters, events));
  }

  @Property(tries = 400)
  void givesTheSameWhereverItIsPutAwayInPagesAndTakenBack(
      @ForAll("stage") StageParameters parameters,
      @ForAll @Size(max = 300) List<@IntRange(max = 0x1FFFF) Integer> codes,
      @ForAll Random random) {
    EventBatch events = events(codes);
    EventStage stage = open(parameters);
    Pages state = new Pages();
    Result result = new Result();
    for (int from = 0; from < events.size(); ) {
      int to = Math.min(events.size(), from + 1 + random.nextInt(40));
      pass(stage, events, from, to, result);
      from = to;
      if (random.nextBoolean()) {
        stage.flush(state);
      }
      if (random.nextInt(3) == 0) {
        stage.flush(state);
        stage = open(parameters);
        state.giveTo(stage);
      }
    }
    stage.close(result::put);
    assertThat(result).isEqualTo(atOnce(parameters, events));
  }

  @Property(tries = 200)
  void aSessionThatOpensKnowsNothingOfTheOneBefore(
      @ForAll("stage") StageParameters parameters,
      @ForAll @Size(max = 200) List<@IntRange(max = 0x1FFFF) Integer> codes,
      @ForAll boolean putAway) {
    EventBatch events = events(codes);
    EventStage stage = open(parameters);
    Pages state = new Pages();
    Result before = new Result();
    pass(stage, events, 0, events.size(), before);
    if (putAway) {
      stage.flush(state);
    }
    stage.close(before::put);
    stage.open(WIDTH, HEIGHT);
    if (putAway) {
      stage.flush(state);
      stage = open(parameters);
      state.giveTo(stage);
    }
    Result after = new Result();
    pass(stage, events, 0, events.size(), after);
    stage.close(after::put);
    assertThat(after).isEqualTo(before);
  }

  @Property(tries = 100)
  void whatIsClosedLeavesNoPagesAndNoMemoryToSpeakOf(
      @ForAll("stage") StageParameters parameters,
      @ForAll @Size(max = 100) List<@IntRange(max = 0x1FFFF) Integer> codes) {
    EventStage stage = open(parameters);
    Pages state = new Pages();
    EventBatch events = events(codes);
    pass(stage, events, 0, events.size(), new Result());
    stage.flush(state);
    stage.close(output -> {});
    stage.flush(state);
    assertThat(state.numbers()).isEmpty();
    assertThat(stage.bytes()).isLessThanOrEqualTo(64);
  }

  @Property(tries = 200)
  void whatIsLeftLiesInTheFrameThatTheStageNames(
      @ForAll("stage") StageParameters parameters,
      @ForAll @Size(max = 100) List<@IntRange(max = 0x1FFFF) Integer> codes) {
    EventStage stage = open(parameters);
    EventBatch events = events(codes);
    stage.process(events, 0, output -> {});
    Geometry frame = stage.geometry(new Geometry(WIDTH, HEIGHT));
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.x(i)).isLessThan(frame.width());
      assertThat(events.y(i)).isLessThan(frame.height());
    }
  }

  @Test
  void everyKindHasARowHere() {
    assertThat(rows().stream().map(StageParameters::kind).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.allOf(StageKind.class));
  }

  @Test
  void numbersOfKindsAreTheirsAloneAndFitThePages() {
    List<Integer> numbers = EnumSet.allOf(StageKind.class).stream().map(StageKind::number).toList();
    assertThat(numbers).doesNotHaveDuplicates().allMatch(n -> n >= 1 && n <= 127);
  }

  @Test
  void parametersTravelToTheClusterAndTellApartWhatGivesOtherOutput() throws Exception {
    assertThat(rows().stream().map(p -> p.kind() + p.text())).doesNotHaveDuplicates();
    for (StageParameters parameters : rows()) {
      assertThat(InstantiationUtil.clone(parameters)).isEqualTo(parameters);
    }
  }
}
