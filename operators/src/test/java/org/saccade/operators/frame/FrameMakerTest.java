package org.saccade.operators.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.PageStore;
import org.saccade.operators.slice.Slicing;
import org.saccade.operators.stage.RandomEvents;
import org.saccade.operators.stage.StageOutput;
import org.saccade.operators.stage.StageRun;
import org.saccade.schemas.batch.EventBatch;

class FrameMakerTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 4;

  /** OFF, ON, ON at (1, 2); ON at (4, 3) in the slice 0..100; one more event in the next. */
  private static EventBatch events() {
    EventBatch batch = new EventBatch(8);
    batch.add(10, 1, 2, 0);
    batch.add(40, 1, 2, 1);
    batch.add(60, 1, 2, 1);
    batch.add(80, 4, 3, 1);
    batch.add(150, 0, 0, 0);
    return batch;
  }

  private static String text(StageOutput output) {
    FrameOutput f = (FrameOutput) output;
    FramePixels p = f.pixels();
    List<String> set = new ArrayList<>();
    for (int plane = 0; plane < p.planes(); plane++) {
      for (int y = 0; y < p.height(); y++) {
        for (int x = 0; x < p.width(); x++) {
          if (p.stored(plane, x, y) != 0) {
            set.add(plane + ":" + x + "," + y + "=" + p.stored(plane, x, y));
          }
        }
      }
    }
    return f.start() + ".." + f.end() + " " + f.events() + " " + set;
  }

  private static List<String> frames(FrameParameters parameters) {
    return StageRun.whole(parameters, WIDTH, HEIGHT, events(), FrameMakerTest::text).outputs();
  }

  private static FrameParameters every100(FrameContent content) {
    return FrameParameters.of(content, Slicing.every(100));
  }

  @Test
  void polarityIsThatOfTheLastEventOfTheSlice() {
    assertThat(frames(every100(FrameContent.POLARITY)))
        .containsExactly("0..100 4 [0:1,2=2, 0:4,3=2]", "100..150 1 [0:0,0=1]");
  }

  @Test
  void aHistogramCountsTheSlicesEvents() {
    assertThat(frames(every100(FrameContent.HISTOGRAM)))
        .containsExactly("0..100 4 [0:1,2=3, 0:4,3=1]", "100..150 1 [0:0,0=1]");
    assertThat(frames(every100(FrameContent.HISTOGRAM).withPolaritiesApart()))
        .containsExactly("0..100 4 [0:1,2=1, 1:1,2=2, 1:4,3=1]", "100..150 1 [0:0,0=1]");
  }

  @Test
  void framesByCountComeWithTheirLastEvent() {
    assertThat(frames(FrameParameters.of(FrameContent.HISTOGRAM, Slicing.of(2))))
        .containsExactly(
            "10..40 2 [0:1,2=2]", "60..80 2 [0:1,2=1, 0:4,3=1]", "150..150 1 [0:0,0=1]");
  }

  @Test
  void decayAddsEventsThatFadeToTheEndOfTheSlice() {
    double first = Math.exp(-0.9) + Math.exp(-0.6) + Math.exp(-0.4);
    double second = Math.exp(-0.2);
    long left = Math.round(256 * first * Math.exp(-0.5));
    assertThat(frames(every100(FrameContent.DECAY).withTau(100)))
        .containsExactly(
            String.format(
                "0..100 4 [0:1,2=%d, 0:4,3=%d]", Math.round(256 * first), Math.round(256 * second)),
            String.format(
                "100..150 1 [0:0,0=256, 0:1,2=%d, 0:4,3=%d]",
                left, Math.round(256 * second * Math.exp(-0.5))));
  }

  @Test
  void lastTimeIsTheAgeOfEachPixelAndNeverItsGreatestNumber() {
    List<String> frames = frames(every100(FrameContent.LAST_TIME));
    assertThat(frames.get(0))
        .contains("0:1,2=40", "0:4,3=20", "0:0,0=4294967295", "0:2,2=4294967295");
    assertThat(frames.get(1)).contains("0:1,2=90", "0:4,3=70").doesNotContain("0:0,0=");
  }

  @Test
  void exponentialIsWhatIsLeftOfTheLastEvent() {
    assertThat(frames(every100(FrameContent.EXPONENTIAL).withTau(100).withPolaritiesApart()))
        .containsExactly(
            String.format(
                "0..100 4 [0:1,2=%d, 1:1,2=%d, 1:4,3=%d]",
                Math.round(255 * Math.exp(-0.9)),
                Math.round(255 * Math.exp(-0.4)),
                Math.round(255 * Math.exp(-0.2))),
            String.format(
                "100..150 1 [0:0,0=255, 0:1,2=%d, 1:1,2=%d, 1:4,3=%d]",
                Math.round(255 * Math.exp(-1.4)),
                Math.round(255 * Math.exp(-0.9)),
                Math.round(255 * Math.exp(-0.7))));
  }

  @Test
  void binningPutsNeighboursTogetherAndRoundsTheFrameUp() {
    assertThat(frames(every100(FrameContent.HISTOGRAM).withBinning(2)))
        .containsExactly("0..100 4 [0:0,1=3, 0:2,1=1]", "100..150 1 [0:0,0=1]");
  }

  @Test
  void aFrameThatWouldBeTooLargeIsBinned() {
    FrameMaker maker = new FrameMaker(every100(FrameContent.LAST_TIME).withPolaritiesApart());
    maker.open(4096, 2048);
    FramePixels[] seen = new FramePixels[1];
    maker.process(events(), 150, o -> seen[0] = ((FrameOutput) o).pixels());
    assertThat(seen[0].binning()).isEqualTo(4);
    assertThat(seen[0].data()).hasSize(1024 * 512 * 4 * 2);
    assertThat(seen[0].data().length).isLessThanOrEqualTo(FrameMaker.MAX_BYTES);
  }

  @Test
  void aHistogramStaysAtItsGreatestNumber() {
    EventBatch many = new EventBatch(70_000);
    for (int i = 0; i < 70_000; i++) {
      many.add(i / 1000, 3, 3, 1);
    }
    assertThat(
            StageRun.whole(
                    every100(FrameContent.HISTOGRAM), WIDTH, HEIGHT, many, FrameMakerTest::text)
                .outputs())
        .containsExactly("0..69 70000 [0:3,3=65535]");
  }

  @Test
  void onlyBandsWithSomethingInThemAreState() {
    FrameMaker maker = new FrameMaker(every100(FrameContent.HISTOGRAM));
    maker.open(1280, 720);
    PageStore store = new PageStore();
    maker.process(events(), 90, o -> {});
    maker.flush(store);
    assertThat(store.pages()).hasSize(1 + 1);
    maker.process(new EventBatch(1), 200, o -> {});
    maker.flush(store);
    assertThat(store.pages().keySet()).as("the slicer alone").containsExactly(0);
  }

  @Test
  void theFirstNumbersAreChecked() {
    assertThatThrownBy(() -> every100(FrameContent.DECAY).withBinning(3))
        .hasMessage("binning=3 must be one of 1, 2, 4, 8, 16, 32, 64");
    assertThatThrownBy(() -> every100(FrameContent.DECAY).withTau(0))
        .hasMessage("tauMicros=0 must be between 1 and 100000000");
  }

  @Property(tries = 200)
  void packetsAndRestartsDoNotMatter(
      @ForAll FrameContent content,
      @ForAll boolean apart,
      @ForAll @IntRange(max = 3) int binning,
      @ForAll @IntRange(min = 1, max = 20_000) int micros,
      @ForAll @IntRange(max = 100) int count,
      @ForAll long seed) {
    FrameParameters p =
        new FrameParameters(content, new Slicing(micros, count), apart, 5_000, 1 << binning);
    EventBatch events = RandomEvents.of(seed, 300, 13, 11);
    StageRun whole = StageRun.whole(p, 13, 11, events, FrameMakerTest::digest);
    StageRun cut = StageRun.cut(p, 13, 11, events, FrameMakerTest::digest, seed);
    assertThat(cut.outputs()).isEqualTo(whole.outputs()).isNotEmpty();
    assertThat(cut.kept()).as("the events go on").isEqualTo(events);
  }

  private static String digest(StageOutput output) {
    FrameOutput f = (FrameOutput) output;
    return f.start() + ".." + f.end() + " " + f.events() + " " + Arrays.hashCode(f.pixels().data());
  }
}
