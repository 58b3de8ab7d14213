package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.batch.EventBatch;

class SpikePointTest {
  private static final Golden GOLDEN = Golden.read("few");

  private static double[] scores(SpikePoint spikePoint) {
    double[] scores = new double[GOLDEN.number("classes")];
    Arrays.setAll(scores, spikePoint::score);
    return scores;
  }

  @Property(tries = 40)
  void anAnswerDependsOnTheWindowAndTheSeedAlone(@ForAll long seed, @ForAll long other)
      throws Exception {
    SpikePoint fresh = new SpikePoint(GOLDEN.model());
    SpikePoint used = new SpikePoint(GOLDEN.model());
    used.classify(GOLDEN.events(), other, new EarlyExit(1, 1, 0.3));
    int expected = fresh.classify(GOLDEN.events(), seed, EarlyExit.NEVER);
    assertThat(used.classify(GOLDEN.events(), seed, EarlyExit.NEVER)).isEqualTo(expected);
    assertThat(scores(used)).containsExactly(scores(fresh));
    assertThat(used.top()).containsExactly(fresh.top());
  }

  @Property(tries = 40)
  void stepsRunSomeAtATimeGiveWhatAllAtOnceGive(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 6) int least,
      @ForAll @IntRange(min = 1, max = 6) int every)
      throws Exception {
    SpikePoint whole = new SpikePoint(GOLDEN.model());
    SpikePoint parts = new SpikePoint(GOLDEN.model());
    whole.classify(GOLDEN.events(), seed, EarlyExit.NEVER);
    parts.classify(GOLDEN.events(), seed, new EarlyExit(least, every, 2));
    assertThat(parts.steps()).isEqualTo(5);
    assertThat(scores(parts)).containsExactly(scores(whole));
  }

  @Property(tries = 20)
  void severalSamplingsScoreTheMeanOfEach(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 16) int every) throws Exception {
    SpikePoint one = new SpikePoint(GOLDEN.model());
    SpikePoint three =
        new SpikePoint(SpikePointModel.of(Golden.file(GOLDEN.parameters().withSamplings(3), 5)));
    double[] mean = new double[GOLDEN.number("classes")];
    for (long each : new long[] {seed, SplitMix.at(seed, 17), SplitMix.at(seed, 18)}) {
      one.classify(GOLDEN.events(), each, EarlyExit.NEVER);
      for (int c = 0; c < mean.length; c++) {
        mean[c] += one.score(c) / 3;
      }
    }
    three.classify(GOLDEN.events(), seed, new EarlyExit(1, every, 2));
    assertThat(three.steps()).isEqualTo(15);
    assertThat(scores(three)).containsExactly(mean, within(1e-12));
  }

  @Property(tries = 40)
  void stopsAtTheFirstLookThatIsSureEnough(@ForAll long seed) throws Exception {
    SpikePoint sure = new SpikePoint(GOLDEN.model());
    sure.classify(GOLDEN.events(), seed, new EarlyExit(2, 1, 0.5));
    SpikePoint fixed = new SpikePoint(GOLDEN.model());
    for (int step = 2; step <= 5; step++) {
      // A threshold that anything reaches stops at the first look.
      fixed.classify(GOLDEN.events(), seed, new EarlyExit(step, 1, 1e-9));
      if (fixed.confidence() >= 0.5 || step == 5) {
        assertThat(sure.steps()).isEqualTo(step);
        assertThat(scores(sure)).containsExactly(scores(fixed));
        return;
      }
    }
  }

  @Property(tries = 100)
  void theSameNumberOfDifferentEventsIsDrawnInTheirOrder(
      @ForAll long seed, @ForAll @IntRange(min = 50, max = 300) int events) {
    EventBatch window = new EventBatch(events);
    for (int i = 0; i < events; i++) {
      window.add(i, 0, 0, 1);
    }
    PointCloud cloud = new PointCloud(50);
    cloud.sample(window, 1, 1, seed);
    for (int i = 1; i < 50; i++) {
      assertThat(cloud.z(i)).isGreaterThan(cloud.z(i - 1)).isLessThan(1);
    }
  }

  @Test
  void everyEventIsDrawnAsOftenAsAnyOther() {
    EventBatch window = new EventBatch(40);
    for (int i = 0; i < 40; i++) {
      window.add(5, i, 0, 1);
    }
    int[] drawn = new int[40];
    PointCloud cloud = new PointCloud(10);
    for (int run = 0; run < 4000; run++) {
      cloud.sample(window, 40, 1, SplitMix.at(9, run));
      for (int i = 0; i < 10; i++) {
        drawn[(int) Math.round(cloud.x(i) * 40)]++;
      }
    }
    // 1000 each; a standard deviation is 27.
    assertThat(Arrays.stream(drawn)).allMatch(n -> n > 880 && n < 1120);
  }

  @Test
  void aWindowOfOneEventIsClassifiedToo() throws Exception {
    EventBatch window = new EventBatch(1);
    window.add(7, 3, 3, 0);
    SpikePoint spikePoint = new SpikePoint(GOLDEN.model());
    assertThat(spikePoint.classify(window, 1, EarlyExit.NEVER)).isBetween(0, 3);
    assertThat(spikePoint.confidence()).isBetween(0.25, 1.0);
  }

  @Test
  void aChannelSpikesAsOftenAsItsValue() {
    Golden narrow = Golden.read("narrow");
    PointCloud cloud = new PointCloud(256);
    cloud.sample(narrow.events(), 34, 34, 1);
    Grouping grouping = new Grouping(256, 256, 24);
    grouping.group(cloud, 2);
    RateCode code = new RateCode(grouping, 256, 24, InputCode.POISSON);
    code.take(cloud, 3);
    double expected = 0;
    int found = 0;
    for (int g = 0; g < 256; g++) {
      for (int c = 0; c < 3; c++) {
        expected += 64 * code.values()[g * 147 + 144 + c];
      }
      for (int step = 0; step < 64; step++) {
        found += Integer.bitCount(code.centroid(step, g));
      }
    }
    // At most 49,152 draws, so that a standard deviation is at most 111.
    assertThat((double) found).isBetween(expected - 450, expected + 450);
  }
}
