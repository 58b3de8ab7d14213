package org.saccade.schemas.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.saccade.schemas.batch.EventBatch;

class EventGuardTest {
  private static EventBatch times(long... times) {
    EventBatch batch = new EventBatch(times.length);
    for (long t : times) {
      batch.add(t, 1, 1, 1);
    }
    return batch;
  }

  private static long[] times(EventBatch batch) {
    return LongStream.range(0, batch.size()).map(i -> batch.t((int) i)).toArray();
  }

  private static EventGuard guard(BackwardTime policy) {
    return new EventGuard(640, 480, policy, OutOfFrame.DROP);
  }

  @Test
  void leavesACleanBatchAsItIs() {
    EventGuard guard = guard(BackwardTime.DROP);
    EventBatch batch = times(1, 1, 2, 9);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(1, 1, 2, 9);
    assertThat(guard.violations().isEmpty()).isTrue();
    assertThat(guard.latest()).isEqualTo(9);
  }

  @Test
  void passesBackwardTimeAndCountsEachStep() {
    EventGuard guard = guard(BackwardTime.PASS);
    EventBatch batch = times(5, 3, 4, 1);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(5, 3, 4, 1);
    assertThat(guard.violations().get(Violation.TIME_BACKWARD)).isEqualTo(2);
  }

  @Test
  void clampsBackwardTimeToTheLatest() {
    EventGuard guard = guard(BackwardTime.CLAMP);
    EventBatch batch = times(5, 3, 4, 6);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(5, 5, 5, 6);
    assertThat(guard.violations().get(Violation.TIME_BACKWARD)).isEqualTo(2);
  }

  @Test
  void dropsWhatIsEarlierThanTheLatest() {
    EventGuard guard = guard(BackwardTime.DROP);
    EventBatch batch = times(5, 3, 4, 6);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(5, 6);
    assertThat(guard.violations().get(Violation.TIME_BACKWARD)).isEqualTo(2);
  }

  @Test
  void comparesTheFirstEventWithTheLastOfTheBatchBefore() {
    EventGuard guard = guard(BackwardTime.DROP);
    guard.apply(times(10), 0);
    EventBatch batch = times(9, 10, 11);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(10, 11);
    EventGuard resumed = guard(BackwardTime.DROP);
    resumed.latest(10);
    EventBatch same = times(9, 10, 11);
    resumed.apply(same, 0);
    assertThat(times(same)).containsExactly(10, 11);
  }

  @Test
  void looksOnlyAtWhatWasAppended() {
    EventGuard guard = guard(BackwardTime.DROP);
    EventBatch batch = times(100, 5, 4);
    guard.apply(batch, 1);

    assertThat(times(batch)).containsExactly(100, 5);
  }

  @Test
  void takesADecodersWordForASoundBatchButComparesItsFirstEvent() {
    EventGuard guard = guard(BackwardTime.DROP);
    guard.apply(times(3, 10), 0, true);
    assertThat(guard.latest()).isEqualTo(10);
    EventBatch batch = times(9, 11);
    guard.apply(batch, 0, true);

    assertThat(times(batch)).containsExactly(11);
    assertThat(guard.violations().get(Violation.TIME_BACKWARD)).isEqualTo(1);
  }

  @Test
  void dropsAndCountsEventsOutsideOfTheFrame() {
    EventGuard guard = guard(BackwardTime.PASS);
    EventBatch batch = new EventBatch(5);
    batch.add(1, 639, 479, 1);
    batch.add(2, 640, 0, 1);
    batch.add(3, 0, 480, 1);
    batch.add(4, 65535, 65535, 1);
    batch.add(5, 0, 0, 0);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(1, 5);
    assertThat(guard.violations().get(Violation.OUT_OF_FRAME)).isEqualTo(3);
  }

  @Test
  void failsAtAnEventOutsideOfTheFrameWhereAskedTo() {
    EventGuard guard = new EventGuard(640, 480, BackwardTime.PASS, OutOfFrame.FAIL);
    EventBatch batch = new EventBatch(1);
    batch.add(7, 640, 3, 1);

    assertThatThrownBy(() -> guard.apply(batch, 0))
        .isInstanceOf(OutOfFrameException.class)
        .hasMessageStartingWith("event at t=7 has x=640 y=3, outside of the frame of 640x480");
  }

  @Test
  void knowsNoFrameWhereNoneIsGiven() {
    EventGuard guard = new EventGuard(0, 0, BackwardTime.PASS, OutOfFrame.FAIL);
    EventBatch batch = new EventBatch(1);
    batch.add(7, 65535, 65535, 1);
    guard.apply(batch, 0);

    assertThat(batch.size()).isEqualTo(1);
  }

  @Test
  void seesStepsBackThatOverflowADifference() {
    EventGuard guard = guard(BackwardTime.DROP);
    EventBatch batch = times(Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE);
    guard.apply(batch, 0);

    assertThat(times(batch)).containsExactly(Long.MAX_VALUE, Long.MAX_VALUE);
  }

  @Property(tries = 500)
  void oneBatchOrManyGiveTheSame(@ForAll long seed, @ForAll BackwardTime policy) {
    Random random = new Random(seed);
    EventBatch whole = new EventBatch(1);
    for (int i = random.nextInt(60); i >= 0; i--) {
      whole.add(random.nextInt(30) + i / 4 * 10, random.nextInt(700), random.nextInt(500), 1);
    }
    EventGuard one = guard(policy);
    EventGuard many = guard(policy);
    EventBatch all = new EventBatch(1);
    for (int i = 0; i < whole.size(); i++) {
      EventBatch single = new EventBatch(1);
      single.append(whole, i, i + 1);
      many.apply(single, 0);
      all.append(single, 0, single.size());
    }
    one.apply(whole, 0);

    assertThat(all).isEqualTo(whole);
    assertThat(many.violations()).isEqualTo(one.violations());
    assertThat(many.latest()).isEqualTo(one.latest());
  }
}
