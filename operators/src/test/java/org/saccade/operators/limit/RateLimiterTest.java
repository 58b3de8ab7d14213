package org.saccade.operators.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.saccade.operators.stage.Condition;
import org.saccade.operators.stage.EventStage;
import org.saccade.schemas.batch.EventBatch;

class RateLimiterTest {
  private final List<Condition> told = new ArrayList<>();

  private long[] kept(RateLimitParameters parameters, long... times) {
    EventStage limiter = parameters.stage();
    limiter.open(8, 8);
    EventBatch batch = new EventBatch(Math.max(1, times.length));
    for (long t : times) {
      batch.add(t, 0, 0, 1);
    }
    limiter.process(batch, 0, output -> told.add((Condition) output));
    limiter.close(output -> told.add((Condition) output));
    long[] left = new long[batch.size()];
    System.arraycopy(batch.t(), 0, left, 0, left.length);
    return left;
  }

  private static RateLimitParameters most(int events, long windowMicros) {
    return new RateLimitParameters(events, windowMicros);
  }

  @Test
  void ofABurstAsManyPassAsAWindowMayHold() {
    assertThat(kept(most(2, 10), 0, 1, 2, 9, 10, 11, 12)).containsExactly(0, 1, 10, 11);
  }

  @Test
  void theWindowIsCountedFromAnyEventNotFromMultiplesOfItsLength() {
    assertThat(kept(most(2, 10), 8, 9, 10, 11, 18, 19)).containsExactly(8, 9, 18, 19);
  }

  @Test
  void anEventThatComesLateCountsWithThoseLaterThanIt() {
    assertThat(kept(most(2, 10), 100, 95, 96))
        .as("95 and 100 fill 91..100")
        .containsExactly(100, 95);
    assertThat(kept(most(3, 10), 100, 95, 96, 104, 105, 106))
        .as("104 would be the fourth behind 94; 105 is the third behind 95")
        .containsExactly(100, 95, 96, 105, 106);
  }

  @Test
  void aRateAndAWindowMakeANumberOfEvents() {
    assertThat(RateLimitParameters.of(10_000_000, 1_000)).isEqualTo(most(10_000, 1_000));
    assertThat(RateLimitParameters.of(1_999, 1_000))
        .as("never more than the rate")
        .isEqualTo(most(1, 1_000));
    assertThatThrownBy(() -> RateLimitParameters.of(999, 1_000))
        .hasMessage("999 events a second are 0 in 1000 µs, which must be between 1 and 262144");
  }

  @Test
  void whatIsDroppedIsOneConditionUntilNothingWasForASecond() {
    kept(most(1, 10), 5, 6, 7, 1_000_005, 1_000_006, 2_000_006, 2_000_007);
    assertThat(told)
        .extracting(Condition::state, Condition::start, Condition::end, Condition::count)
        .containsExactly(
            tuple(Condition.State.OPEN, 6, 6, 0),
            tuple(Condition.State.CLOSED, 6, 1_000_006, 3),
            tuple(Condition.State.OPEN, 2_000_007, 2_000_007, 0),
            tuple(Condition.State.CLOSED, 2_000_007, 2_000_007, 1));
    assertThat(told.get(1).detail()).isEqualTo("3 events dropped, the last of them at 1000006 µs");
  }

  private static org.assertj.core.groups.Tuple tuple(
      Condition.State state, long start, long end, long count) {
    return org.assertj.core.api.Assertions.tuple(state, start, end, count);
  }

  @Provide
  Arbitrary<long[]> times() {
    Arbitrary<Long> near = Arbitraries.longs().between(-30, 60);
    Arbitrary<Long> far = Arbitraries.longs().between(-(1L << 60), 1L << 60);
    return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(30, near), net.jqwik.api.Tuple.of(1, far))
        .array(long[].class)
        .ofMaxSize(200);
  }

  @Property(tries = 1000)
  void noWindowEverHoldsMoreThanItMayInWhateverOrderTimesCome(
      @ForAll("times") long[] times,
      @ForAll @IntRange(min = 1, max = 12) int events,
      @ForAll @IntRange(min = 1, max = 20) int window) {
    told.clear();
    long[] kept = kept(most(events, window), times);
    for (long from : kept) {
      assertThat(countWithin(kept, kept.length, from, window)).isLessThanOrEqualTo(events);
    }
    long dropped =
        told.stream()
            .filter(c -> c.state() == Condition.State.CLOSED)
            .mapToLong(Condition::count)
            .sum();
    assertThat(kept.length + dropped).isEqualTo(times.length);
  }

  private static int countWithin(long[] times, int n, long from, long window) {
    int count = 0;
    for (int i = 0; i < n; i++) {
      count += times[i] >= from && times[i] - from < window ? 1 : 0;
    }
    return count;
  }

  @Property(tries = 500)
  void ofEventsInOrderNoneIsDroppedThatCouldHaveBeenKept(
      @ForAll List<@IntRange(max = 6) Integer> steps,
      @ForAll @IntRange(min = 1, max = 12) int events,
      @ForAll @IntRange(min = 1, max = 20) int window) {
    long[] times = new long[steps.size()];
    long[] want = new long[steps.size()];
    int n = 0;
    long t = 0;
    for (int i = 0; i < times.length; i++) {
      t += steps.get(i);
      times[i] = t;
      if (countWithin(want, n, t - window + 1, window) < events) {
        want[n++] = t;
      }
    }
    assertThat(kept(most(events, window), times)).containsExactly(java.util.Arrays.copyOf(want, n));
  }

  @Test
  void anEventThatComesBehindAThousandLaterOnesIsDroppedSoThatItsCostIsBounded() {
    int n = 3_000;
    long[] times = new long[n + 2];
    for (int i = 0; i < n; i++) {
      times[i] = 1_000_000 + i;
    }
    times[n] = 1_000_000 + n - LatestTimes.MAX_SHIFT - 1;
    times[n + 1] = times[n] - 1;
    assertThat(kept(most(n + 2, 10_000_000), times))
        .as("behind the first of the two lie 1,024 later ones, behind the second 1,026")
        .hasSize(n + 1)
        .endsWith(times[n]);
  }
}
