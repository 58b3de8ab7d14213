package org.saccade.operators.spikepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class LoneEventsTest {
  private static final int WIDTH = 6;
  private static final int HEIGHT = 5;

  private record Event(long t, int x, int y) {}

  private static EventBatch batch(List<Event> events) {
    EventBatch batch = new EventBatch(Math.max(1, events.size()));
    events.forEach(e -> batch.add(e.t(), e.x(), e.y(), e.x() & 1));
    return batch;
  }

  private static EventBatch left(long reach, Event... events) {
    EventBatch batch = batch(List.of(events));
    new LoneEvents(reach).leaveOut(batch, WIDTH, HEIGHT, 1);
    return batch;
  }

  @Test
  void twoNeighboursSupportEachOtherUpToTheReach() {
    Event first = new Event(100, 2, 2);
    assertThat(left(10, first, new Event(110, 3, 3)).size()).isEqualTo(2);
    assertThat(left(10, first, new Event(111, 3, 3)).size()).isZero();
    assertThat(left(10, first, new Event(100, 4, 2)).size()).isZero();
  }

  @Test
  void aHotPixelDoesNotSupportItself() {
    assertThat(left(10, new Event(0, 1, 1), new Event(1, 1, 1), new Event(2, 1, 1)).size())
        .isZero();
  }

  @Test
  void cornersAreNoNeighboursOfTheOtherSide() {
    assertThat(left(10, new Event(0, WIDTH - 1, 0), new Event(0, 0, 1)).size()).isZero();
    assertThat(left(10, new Event(0, 0, 0), new Event(0, 0, HEIGHT - 1)).size()).isZero();
  }

  @Test
  void aReachOfNothingIsRefused() {
    assertThatThrownBy(() -> new LoneEvents(0)).hasMessageContaining("reachMicros=0");
  }

  @Provide
  Arbitrary<List<Event>> windows() {
    return Combinators.combine(
            Arbitraries.longs().between(-1_000, 1_000),
            Arbitraries.integers().between(0, WIDTH - 1),
            Arbitraries.integers().between(0, HEIGHT - 1))
        .as(Event::new)
        .list()
        .ofMaxSize(40)
        .map(l -> l.stream().sorted(java.util.Comparator.comparingLong(Event::t)).toList());
  }

  @Property(tries = 500)
  void whatStaysIsWhatTheEquationSays(
      @ForAll("windows") List<Event> events,
      @ForAll @LongRange(min = 1, max = 300) long reach,
      @ForAll @IntRange(min = 1, max = 3) int distance) {
    List<Event> expected =
        events.stream()
            .filter(e -> events.stream().anyMatch(o -> supports(o, e, reach, distance)))
            .toList();
    EventBatch batch = batch(events);
    new LoneEvents(reach).leaveOut(batch, WIDTH, HEIGHT, distance);
    assertThat(batch).isEqualTo(batch(expected));
  }

  private static boolean supports(Event other, Event event, long reach, int distance) {
    int apart = Math.max(Math.abs(other.x() - event.x()), Math.abs(other.y() - event.y()));
    return Math.abs(other.t() - event.t()) <= reach && apart >= 1 && apart <= distance;
  }
}
