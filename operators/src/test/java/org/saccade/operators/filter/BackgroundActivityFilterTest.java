package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.of;
import static org.saccade.operators.filter.Events.times;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.schemas.batch.EventBatch;

class BackgroundActivityFilterTest {
  private static final int SIDE = 6;

  private static long[] kept(BackgroundActivity variant, long dt, Events.Event... events) {
    BackgroundActivityFilter filter =
        new BackgroundActivityFilter(new BackgroundActivityParameters(variant, dt));
    filter.open(SIDE, SIDE);
    EventBatch batch = of(events);
    filter.process(batch, 0, output -> {});
    return times(batch);
  }

  @Test
  void untilTimeDtEveryEventPassesAmongFourNeighbours() {
    assertThat(kept(BackgroundActivity.FOUR_NEIGHBOURS, 10, e(0, 1, 1), e(9, 4, 4), e(10, 2, 4)))
        .containsExactly(0, 9);
  }

  @ParameterizedTest
  @CsvSource({
    "FOUR_NEIGHBOURS,                        1, 0, true",
    "FOUR_NEIGHBOURS,                        1, 1, false",
    "FOUR_NEIGHBOURS,                        0, 0, false",
    "EIGHT_NEIGHBOURS,                       1, 1, true",
    "EIGHT_NEIGHBOURS,                       0, 0, false",
    "EIGHT_NEIGHBOURS,                       2, 0, false",
    "EIGHT_NEIGHBOURS_AND_SELF,              0, 0, true",
    "EIGHT_NEIGHBOURS_AND_SELF,             -1, 1, true",
    "EIGHT_NEIGHBOURS_FIRST_PASSES,          0, 0, true",
    "EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES, 2, 2, true",
    "TWENTY_FOUR_NEIGHBOURS,                 2, 1, true",
    "TWENTY_FOUR_NEIGHBOURS,                -2, -2, true",
    "TWENTY_FOUR_NEIGHBOURS,                 0, 0, false",
    "TWENTY_FOUR_NEIGHBOURS,                -3, 0, false",
    "TWENTY_FOUR_NEIGHBOURS_AND_SELF,        0, 0, true",
  })
  void anEventIsSupportedByWhoTheVariantNames(
      BackgroundActivity variant, int dx, int dy, boolean supported) {
    long[] kept = kept(variant, 10, e(100, 3, 3), e(105, 3 + dx, 3 + dy));
    assertThat(kept).satisfies(t -> assertThat(contains(t, 105)).isEqualTo(supported));
  }

  @Test
  void aFirstEventPassesOnlyWhereTheVariantSaysSo() {
    assertThat(kept(BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF, 10, e(3, 0, 0))).isEmpty();
    assertThat(kept(BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES, 10, e(3, 0, 0)))
        .containsExactly(3);
    assertThat(
            kept(
                BackgroundActivity.EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES,
                10,
                e(3, 0, 0),
                e(50, 1, 1)))
        .as("an event whose past is too old is no first event")
        .containsExactly(3);
  }

  @Test
  void supportEndsExactlyAtDt() {
    assertThat(
            kept(BackgroundActivity.EIGHT_NEIGHBOURS, 10, e(100, 2, 2), e(110, 3, 3), e(119, 2, 2)))
        .containsExactly(119);
  }

  @Test
  void theCornersOfTheFrameHaveNoNeighboursBeyondIt() {
    assertThat(
            kept(
                BackgroundActivity.EIGHT_NEIGHBOURS,
                10,
                e(100, 0, 0),
                e(101, SIDE - 1, 0),
                e(102, 0, SIDE - 1),
                e(103, SIDE - 1, SIDE - 1),
                e(104, SIDE - 1, 1)))
        .as("(5, 1) has (5, 0) beside it; the end of a row does not touch the begin of the next")
        .containsExactly(104);
  }

  /** The definition, written down without a surface: look through all events before. */
  @Property(tries = 300)
  void equalsTheDefinitionOnAnyEvents(
      @ForAll List<@IntRange(max = 6 * 6 * 8 - 1) Integer> codes, @ForAll BackgroundActivity v) {
    long dt = 12;
    List<Events.Event> events = new ArrayList<>();
    long t = 0;
    for (int code : codes) {
      t += code % 8;
      events.add(e(t, code / 8 % SIDE, code / 8 / SIDE));
    }
    List<Long> want = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (expected(v, dt, events, i)) {
        want.add(events.get(i).t());
      }
    }
    assertThat(kept(v, dt, events.toArray(new Events.Event[0])))
        .containsExactly(want.stream().mapToLong(Long::longValue).toArray());
  }

  private static boolean expected(BackgroundActivity v, long dt, List<Events.Event> events, int i) {
    Events.Event now = events.get(i);
    if (v == BackgroundActivity.FOUR_NEIGHBOURS && now.t() < dt) {
      return true;
    }
    boolean past = false;
    for (Events.Event before : events.subList(0, i)) {
      int dx = Math.abs(before.x() - now.x());
      int dy = Math.abs(before.y() - now.y());
      boolean counts =
          switch (v) {
            case FOUR_NEIGHBOURS -> dx + dy == 1;
            case EIGHT_NEIGHBOURS, EIGHT_NEIGHBOURS_FIRST_PASSES -> Math.max(dx, dy) == 1;
            case EIGHT_NEIGHBOURS_AND_SELF, EIGHT_NEIGHBOURS_AND_SELF_FIRST_PASSES ->
                Math.max(dx, dy) <= 1;
            case TWENTY_FOUR_NEIGHBOURS, TWENTY_FOUR_NEIGHBOURS_FIRST_PASSES ->
                dx + dy > 0 && Math.max(dx, dy) <= 2;
            case TWENTY_FOUR_NEIGHBOURS_AND_SELF, TWENTY_FOUR_NEIGHBOURS_AND_SELF_FIRST_PASSES ->
                Math.max(dx, dy) <= 2;
          };
      past |= counts;
      if (counts && now.t() - before.t() < dt) {
        return true;
      }
    }
    return !past && v.name().endsWith("FIRST_PASSES");
  }

  private static boolean contains(long[] times, long t) {
    for (long time : times) {
      if (time == t) {
        return true;
      }
    }
    return false;
  }
}
