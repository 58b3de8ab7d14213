package org.saccade.connectors.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = 1_000_000;

  private final ManualClock clock = new ManualClock();

  @Test
  void waitsAsLongAsTheRecordingDid() throws InterruptedException {
    Pacer pacer = new Pacer(1, clock);
    pacer.start(5_000_000);

    pacer.await(5_000_000, () -> false);
    assertThat(clock.nanos()).isZero();
    pacer.await(5_250_000, () -> false);
    assertThat(clock.nanos()).isEqualTo(250 * MILLI);
    assertThat(pacer.worstBehindNanos()).isZero();
  }

  @Test
  void dividesTimeBySpeed() throws InterruptedException {
    Pacer pacer = new Pacer(10, clock);
    pacer.start(0);

    pacer.await(1_000_000, () -> false);

    assertThat(clock.nanos()).isEqualTo(100 * MILLI);
  }

  @Test
  void neverWaitsAtMaximumSpeed() throws InterruptedException {
    Pacer pacer = new Pacer(Pacer.MAX, clock);
    pacer.start(0);

    pacer.await(1_000_000_000L, () -> false);

    assertThat(clock.nanos()).isZero();
    assertThat(pacer.behindNanos()).isZero();
  }

  @Test
  void tellsHowLateTheLatestAndTheWorstPacketWas() throws InterruptedException {
    Pacer pacer = new Pacer(1, clock);
    pacer.start(0);

    clock.advance(30 * MILLI);
    pacer.await(10_000, () -> false);
    assertThat(pacer.behindNanos()).isEqualTo(20 * MILLI);
    pacer.await(25_000, () -> false);
    assertThat(pacer.behindNanos()).isEqualTo(5 * MILLI);
    pacer.await(40_000, () -> false);

    assertThat(clock.nanos()).isEqualTo(40 * MILLI);
    assertThat(pacer.behindNanos()).isZero();
    assertThat(pacer.worstBehindNanos()).isEqualTo(20 * MILLI);
  }

  @Test
  void goesOnFromWhereItStoodWhenTheSensorsTimeGoesBack() throws InterruptedException {
    Pacer pacer = new Pacer(1, clock);
    pacer.start(0);
    pacer.await(100_000, () -> false);
    clock.advance(7 * MILLI);

    pacer.await(20_000, () -> false);

    assertThat(clock.nanos()).isEqualTo(107 * MILLI);
    assertThat(pacer.behindNanos()).isEqualTo(7 * MILLI);
    pacer.await(30_000, () -> false);
    assertThat(clock.nanos()).isEqualTo(110 * MILLI);
  }

  @Test
  void waitsNoLongerThanASliceOnceItIsStopped() throws InterruptedException {
    Pacer pacer = new Pacer(1, clock);
    pacer.start(0);

    pacer.await(3_600_000_000L, () -> clock.nanos() >= 1000 * MILLI);

    assertThat(clock.nanos()).isEqualTo(1000 * MILLI);
  }

  @Test
  void refusesASpeedThatIsNotAboveZero() {
    assertThatThrownBy(() -> new Pacer(0, clock)).hasMessageContaining("speed=0.0");
    assertThatThrownBy(() -> new Pacer(Double.NaN, clock)).hasMessageContaining("speed=NaN");
  }
}
