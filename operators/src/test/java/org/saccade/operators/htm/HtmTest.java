package org.saccade.operators.htm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.probability.SplitMix;

class HtmTest {
  private static final HtmDesign LARGE = new HtmDesign(HtmParameters.NUMENTA);
  private static final HtmDesign SMALL = new HtmDesign(HtmParameters.SMALL);
  private static final long HOUR = 3_600_000_000L;

  /** A day's wave with a little noise, the same every time. */
  private static double wave(int i) {
    double noise = new SplitMix(i).nextDouble();
    return 50 + 30 * StrictMath.sin(i * Math.PI / 12) + 4 * noise;
  }

  private static double step(Htm htm, int i) {
    return htm.step(i * HOUR, wave(i), true);
  }

  private static double mean(Htm htm, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += step(htm, i);
    }
    return sum / (to - from);
  }

  /** State as keyed state has it: the pages last written. */
  private static final class Pages implements PageSink {
    private final Map<Integer, Page> pages = new TreeMap<>();
    private int written;

    @Override
    public void put(int number, Page page) {
      pages.put(number, page);
      written += page.bytes().length;
    }

    @Override
    public void remove(int number) {
      pages.remove(number);
    }

    private int bytes() {
      return pages.values().stream().mapToInt(p -> p.bytes().length).sum();
    }

    private Htm restored(HtmDesign design) {
      Htm htm = design.model(1);
      pages.forEach(htm::restore);
      return htm;
    }
  }

  @Test
  void learnsWhatComesAgainAndIsSurprisedByWhatDoesNot() {
    Htm htm = SMALL.model(1);
    assertThat(mean(htm, 0, 24)).as("nothing is known on the first day").isGreaterThan(0.9);
    mean(htm, 24, 2400);
    assertThat(mean(htm, 2400, 2640)).isLessThan(0.15);
    double odd = htm.step(2640 * HOUR, 160, true);
    assertThat(odd).as("the hour was expected, the value was not").isGreaterThan(0.4);
  }

  @Test
  void aFrozenModelLearnsNothing() {
    Htm htm = SMALL.model(1);
    for (int i = 0; i < 480; i++) {
      assertThat(htm.step(i * HOUR, wave(i), false)).isEqualTo(1);
    }
    assertThat(htm.segments()).isZero();
  }

  @Test
  void aHundredRestoresChangeNoScore() {
    Htm whole = SMALL.model(1);
    Htm stopped = SMALL.model(1);
    Pages state = new Pages();
    SplitMix random = new SplitMix(3);
    for (int restore = 0, i = 0; restore < 100; restore++) {
      for (int to = i + 1 + random.nextInt(40); i < to; i++) {
        assertThat(step(stopped, i)).as("record %d", i).isEqualTo(step(whole, i));
      }
      stopped.flush(state);
      stopped = state.restored(SMALL);
    }
    assertThat(stopped.segments()).isPositive().isEqualTo(whole.segments());
  }

  @Test
  void restoresMidLifeAtFullSizeIncludingUnlearningAndEvictions() {
    HtmParameters tight =
        new HtmParameters(
            HtmParameters.NUMENTA_TM.encoder(),
            HtmParameters.NUMENTA_TM.pooler(),
            new TemporalMemoryParameters(
                32, 20, 13, 31, 2, 300, 40, 0.24, 0.04, 0.008, 0.001, 0.5, 1960));
    HtmDesign design = new HtmDesign(tight);
    Htm whole = design.model(1);
    mean(whole, 0, 700);
    assertThat(whole.segments()).as("at the bound").isEqualTo(300);
    Pages state = new Pages();
    whole.flush(state);
    Htm restored = state.restored(design);
    for (int i = 700; i < 1000; i++) {
      assertThat(step(restored, i)).isEqualTo(step(whole, i));
    }
    Pages one = new Pages();
    whole.flush(one);
    restored.flush(state);
    one.pages.forEach((n, page) -> assertThat(state.pages.get(n)).as("page %d", n).isEqualTo(page));
  }

  private static HtmDesign small(int maxSegments) {
    return new HtmDesign(
        new HtmParameters(
            HtmParameters.SMALL.encoder(),
            HtmParameters.SMALL.pooler(),
            new TemporalMemoryParameters(
                8, 9, 7, 14, 64, maxSegments, 20, 0.21, 0.1, 0.1, 0, 0.5, 1960)));
  }

  /** Releases before had a bound of 10,000 segments where there are 5,000 now. */
  @Test
  void aModelIsTakenBackUnderALowerBound() {
    Htm large = small(4000).model(1);
    mean(large, 0, 2000);
    assertThat(large.segments()).isGreaterThan(400);
    Pages state = new Pages();
    large.flush(state);
    Htm restored = state.restored(small(400));
    assertThat(mean(restored, 2000, 2240)).as("what is kept is of use").isLessThan(0.3);
    assertThat(restored.segments()).isEqualTo(400);
    restored.flush(state);
    Htm again = state.restored(small(400));
    for (int i = 2240; i < 2400; i++) {
      assertThat(step(again, i)).isEqualTo(step(restored, i));
    }
  }

  /**
   * At the bound a record costs no more however many went before: as many synapses are excited, as
   * many segments match, and the room for both is what it was but for a twentieth.
   */
  @Test
  void neitherWorkNorMemoryGrowsAtTheBound() {
    Htm htm = small(1000).model(1);
    long[] work = new long[4];
    long[] bytes = new long[4];
    for (int i = 0; i < 40_000; i++) {
      // The level changes for good every 1,000 records, so that there is always to learn.
      htm.step(i * HOUR, wave(i) + 40 * new SplitMix(i / 1000).nextDouble(), true);
      work[i / 10_000] += htm.work();
      bytes[i / 10_000] = htm.bytes();
    }
    assertThat(htm.segments()).isEqualTo(1000);
    assertThat(work[1]).isPositive();
    assertThat((double) work[2] / work[1]).isBetween(0.7, 1.4);
    assertThat((double) work[3] / work[1]).isBetween(0.7, 1.4);
    assertThat(bytes[3]).isLessThan(bytes[1] * 21 / 20);
  }

  @Test
  void keepsAtMostThreeMegabytesAndWritesOnlyWhatChanged() {
    Htm htm = LARGE.model(1);
    SplitMix random = new SplitMix(1);
    for (int i = 0; i < 3000; i++) {
      htm.step(i * HOUR, random.nextInt(130), true);
    }
    assertThat(htm.segments()).as("noise fills the memory").isEqualTo(5_000);
    Pages state = new Pages();
    htm.flush(state);
    assertThat(state.bytes()).isBetween(1_500_000, 3_000_000);
    assertThat(htm.bytes()).as("a thousand models in 6 GiB").isLessThan(6_000_000);
    state.written = 0;
    htm.flush(state);
    assertThat(state.written).isZero();
  }

  @Test
  void allocatesNothingOnceTheSegmentsAreAtTheirBound() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    Htm htm = small(500).model(1);
    SplitMix random = new SplitMix(1);
    long before = 0;
    for (int i = 0; i < 60_000; i++) {
      if (i == 50_000) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      htm.step(i * HOUR, random.nextInt(130), true);
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertThat(allocated / 10_000.0).as("bytes a record").isLessThan(1);
  }

  @Test
  void givesTheSameScoresOnEveryMachine() {
    Htm htm = LARGE.model(1);
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      sum += step(htm, i) * (1 + i % 7);
    }
    assertThat(sum).isEqualTo(GOLDEN);
  }

  /** Of this code: changes only when the model's behaviour does. */
  private static final double GOLDEN = 631.974999999999;

  @Test
  void refusesWhatIsNoNumber() {
    Htm htm = SMALL.model(1);
    assertThatThrownBy(() -> htm.step(0, Double.NaN, true)).hasMessageContaining("value=NaN");
    assertThatThrownBy(() -> htm.step(0, Double.POSITIVE_INFINITY, true))
        .hasMessageContaining("value=Infinity");
    assertThatThrownBy(
            () -> new TemporalMemoryParameters(32, 5, 10, 20, 9, 9, 32, 1, 1, 1, 0, 1, 0))
        .hasMessageContaining("activationThreshold=5 must be between 10");
  }
}
