package org.saccade.operators.slice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.paged.PageStore;
import org.saccade.operators.stage.RandomEvents;
import org.saccade.schemas.batch.EventBatch;

class SlicerTest {
  /** Slices as text: {@code start..end times why}. */
  private static final class Slices implements SliceListener {
    private final List<String> all = new ArrayList<>();
    private final List<Long> open = new ArrayList<>();

    @Override
    public void events(EventBatch batch, int from, int to) {
      for (int i = from; i < to; i++) {
        open.add(batch.t(i));
      }
    }

    @Override
    public void slice(long start, long end, long events, SliceEnd why) {
      assertThat(events).isEqualTo(open.size());
      all.add(start + ".." + end + " " + open + " " + why);
      open.clear();
    }
  }

  private static EventBatch at(long... times) {
    EventBatch batch = new EventBatch(Math.max(1, times.length));
    for (long t : times) {
      batch.add(t, 1, 1, 1);
    }
    return batch;
  }

  private static List<String> slices(Slicing slicing, EventBatch batch, long timeEnd) {
    Slicer slicer = new Slicer(slicing);
    slicer.open();
    Slices slices = new Slices();
    slicer.process(batch, timeEnd, slices);
    slices.all.add("closing");
    slicer.close(slices);
    return slices.all;
  }

  @Test
  void slicesByTimeBeginAtMultiplesOfTheirLength() {
    assertThat(slices(Slicing.every(10), at(13, 19, 20, 41), 41))
        .containsExactly(
            "10..20 [13, 19] TIME", "20..30 [20] TIME", "closing", "40..41 [41] SESSION");
  }

  @Test
  void timesBelowZeroAreSlicedAlike() {
    assertThat(slices(Slicing.every(10), at(-13, -1, 0), 0))
        .containsExactly("-20..-10 [-13] TIME", "-10..0 [-1] TIME", "closing", "0..0 [0] SESSION");
  }

  @Test
  void aSliceEndsWithThePacketThatReachesItsEnd() {
    assertThat(slices(Slicing.every(10), at(13), 20))
        .containsExactly("10..20 [13] TIME", "closing");
    assertThat(slices(Slicing.every(10), at(13), 19))
        .containsExactly("closing", "10..13 [13] SESSION");
  }

  @Test
  void slicesByCountHaveThatManyEventsButTheLast() {
    assertThat(slices(Slicing.of(2), at(1, 5, 5, 900, 901), 901))
        .containsExactly(
            "1..5 [1, 5] COUNT", "5..900 [5, 900] COUNT", "closing", "901..901 [901] SESSION");
  }

  @Test
  void withBothASliceBeginsWhereTheOneBeforeEnded() {
    assertThat(slices(new Slicing(10, 3), at(11, 12, 14, 15, 23, 24, 40), 40))
        .containsExactly(
            "10..14 [11, 12, 14] COUNT",
            "14..24 [15, 23] TIME",
            "24..34 [24] TIME",
            "closing",
            "34..40 [40] SESSION");
  }

  @Test
  void anEventOfTimeThatWentBackIsOfTheOpenSlice() {
    assertThat(slices(Slicing.every(10), at(25, 3, 26, 31), 31))
        .containsExactly("20..30 [25, 3, 26] TIME", "closing", "30..31 [31] SESSION");
    assertThat(slices(new Slicing(10, 2), at(25, 3, 26), 26))
        .containsExactly("20..20 [25, 3] COUNT", "closing", "20..26 [26] SESSION");
  }

  @Test
  void withoutABoundThereIsNoSlicing() {
    assertThatThrownBy(() -> new Slicing(0, 0))
        .hasMessage("micros=0 and count=0: a slice would never end");
    assertThatThrownBy(() -> new Slicing(-1, 5))
        .hasMessage("micros=-1 must be between 0 and 1000000000000");
  }

  @Property(tries = 300)
  void packetsAndRestartsDoNotMatter(
      @ForAll long seed,
      @ForAll @IntRange(max = 400) int n,
      @ForAll @IntRange(max = 2_000) int micros,
      @ForAll @IntRange(max = 60) int count) {
    Slicing slicing = new Slicing(micros, micros == 0 ? Math.max(1, count) : count);
    EventBatch events = RandomEvents.of(seed, n, 8, 8);
    List<String> whole = slices(slicing, events, n == 0 ? 0 : events.t(n - 1));
    whole.remove("closing");

    Random random = new Random(seed);
    PageStore store = new PageStore();
    Slices slices = new Slices();
    Slicer slicer = new Slicer(slicing);
    slicer.open();
    for (int from = 0; from < n; ) {
      int to = Math.min(n, from + random.nextInt(2 + n / 4));
      EventBatch packet = new EventBatch(Math.max(1, to - from));
      packet.append(events, from, to);
      if (to > from) {
        slicer.process(packet, events.t(to - 1), slices);
      }
      if (random.nextBoolean()) {
        slicer.flush(store);
        slicer = new Slicer(slicing);
        slicer.open();
        store.restoreInto(slicer);
      }
      from = to;
    }
    slicer.close(slices);
    assertThat(slices.all).isEqualTo(whole);
  }
}
