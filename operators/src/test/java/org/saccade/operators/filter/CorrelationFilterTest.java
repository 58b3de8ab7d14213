package org.saccade.operators.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.saccade.operators.filter.Events.e;
import static org.saccade.operators.filter.Events.kept;
import static org.saccade.operators.filter.Events.off;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CorrelationFilterTest {
  private static CorrelationParameters of(int radius, boolean self, int support) {
    return new CorrelationParameters(radius, self, support, 10, false);
  }

  @Test
  void anEventNeedsAsManyNeighboursAsItSays() {
    Events.Event[] three = {e(100, 2, 2), e(101, 4, 2), e(102, 3, 3)};
    assertThat(kept(of(1, false, 1), three)).containsExactly(102);
    assertThat(kept(of(1, false, 2), three)).containsExactly(102);
    assertThat(kept(of(1, false, 3), three)).isEmpty();
  }

  @Test
  void aNeighbourCountsOnceHoweverOftenItFired() {
    assertThat(kept(of(1, false, 2), e(100, 2, 2), e(101, 2, 2), e(102, 3, 2))).isEmpty();
  }

  @Test
  void thePixelItselfCountsOnlyWhereTheParametersSaySo() {
    Events.Event[] twice = {e(100, 2, 2), e(101, 2, 2)};
    assertThat(kept(of(1, true, 1), twice)).containsExactly(101);
    assertThat(kept(of(1, false, 1), twice)).isEmpty();
    assertThat(kept(of(2, true, 1), twice)).containsExactly(101);
    assertThat(kept(of(2, false, 1), twice)).isEmpty();
  }

  @Test
  void supportEndsExactlyAtDt() {
    assertThat(kept(of(1, false, 1), e(100, 2, 2), e(109, 3, 2), e(119, 2, 3)))
        .as("119 is 10 after 109, which is its nearest")
        .containsExactly(109);
  }

  @Test
  void aNeighbourOfTheOtherPolarityCountsUnlessTheSameIsAskedFor() {
    Events.Event[] both = {e(100, 2, 2), off(101, 3, 2), off(102, 4, 2)};
    assertThat(kept(new CorrelationParameters(1, false, 1, 10, false), both))
        .containsExactly(101, 102);
    assertThat(kept(new CorrelationParameters(1, false, 1, 10, true), both)).containsExactly(102);
  }

  @Test
  void refusesMoreSupportThanThereAreNeighbours() {
    assertThatThrownBy(() -> of(1, false, 9)).hasMessage("support=9 must be between 1 and 8");
    assertThat(of(1, true, 9).support()).isEqualTo(9);
    assertThat(of(2, true, 25).support()).isEqualTo(25);
  }

  /** The definition, written down without a surface. */
  @Property(tries = 300)
  void equalsTheDefinitionOnAnyEvents(
      @ForAll List<@IntRange(max = 6 * 6 * 8 * 2 - 1) Integer> codes,
      @ForAll @IntRange(min = 1, max = 2) int radius,
      @ForAll boolean self,
      @ForAll @IntRange(min = 1, max = 8) int support,
      @ForAll boolean samePolarity) {
    List<Events.Event> events = new ArrayList<>();
    long t = -20;
    for (int code : codes) {
      t += code / 2 % 8 - 1;
      events.add(new Events.Event(t, code / 16 % 6, code / 16 / 6, code % 2));
    }
    List<Long> want = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (fired(events, i, radius, self, samePolarity) >= support) {
        want.add(events.get(i).t());
      }
    }
    assertThat(
            kept(
                new CorrelationParameters(radius, self, support, 12, samePolarity),
                events.toArray(new Events.Event[0])))
        .containsExactly(want.stream().mapToLong(Long::longValue).toArray());
  }

  private static int fired(
      List<Events.Event> events, int i, int radius, boolean self, boolean samePolarity) {
    Events.Event now = events.get(i);
    int fired = 0;
    for (int x = now.x() - radius; x <= now.x() + radius; x++) {
      for (int y = now.y() - radius; y <= now.y() + radius; y++) {
        Events.Event last = lastAt(events.subList(0, i), x, y);
        boolean counts = last != null && (self || x != now.x() || y != now.y());
        if (counts && now.t() - last.t() < 12 && (!samePolarity || last.p() == now.p())) {
          fired++;
        }
      }
    }
    return fired;
  }

  private static Events.Event lastAt(List<Events.Event> events, int x, int y) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i).x() == x && events.get(i).y() == y) {
        return events.get(i);
      }
    }
    return null;
  }
}
