package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.saccade.simulators.dvs.Frames.above100;
import static org.saccade.simulators.dvs.Frames.constantLight;
import static org.saccade.simulators.dvs.Frames.count;
import static org.saccade.simulators.dvs.Frames.exact;
import static org.saccade.simulators.dvs.Frames.perPixel;
import static org.saccade.simulators.dvs.Frames.times;
import static org.saccade.simulators.dvs.Frames.uniform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.saccade.schemas.batch.EventBatch;

class PixelModelTest {

  @Test
  void givesNoEventsForTheFirstFrame() {
    EventBatch out = new EventBatch(8);
    new PixelModel(2, 2, exact(), 1).step(0, uniform(4, 255), out);
    assertThat(out.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void givesKOnEventsForAStepOfKThresholdsUp(int k) {
    EventBatch out = steps(exact(), above100(0), above100(k * 0.2));
    assertThat(count(out, 1)).isEqualTo(k);
    assertThat(count(out, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void givesKOffEventsForAStepOfKThresholdsDown(int k) {
    EventBatch out = steps(exact(), above100(0), above100(-k * 0.2));
    assertThat(count(out, 0)).isEqualTo(k);
    assertThat(count(out, 1)).isZero();
  }

  @Test
  void usesTheTwoThresholdsForTheTwoPolarities() {
    PixelParameters p = exact().withThresholds(0.1, 0.3, 0);
    assertThat(count(steps(p, above100(0), above100(0.61)), 1)).isEqualTo(6);
    assertThat(count(steps(p, above100(0.61), above100(0)), 0)).isEqualTo(2);
  }

  @Test
  void keepsTheRemainderOfAChange() {
    assertThat(steps(exact(), above100(0), above100(0.15)).size()).isZero();
    assertThat(steps(exact(), above100(0), above100(0.15), above100(0.21)).size()).isEqualTo(1);
    assertThat(steps(exact(), above100(0), above100(0.35), above100(0.41)).size()).isEqualTo(2);
  }

  @Test
  void givesAsManyOffEventsOnTheWayBack() {
    EventBatch out = steps(exact(), above100(0), above100(0.6), above100(0), above100(0.6));
    assertThat(count(out, 1)).isEqualTo(6);
    assertThat(count(out, 0)).isEqualTo(3);
  }

  @Test
  void givesTheSameCountAtEveryPixelOfAUniformChange() {
    PixelModel model = new PixelModel(17, 11, exact(), 1);
    EventBatch out = new EventBatch(8);
    model.step(0, uniform(17 * 11, above100(0)), out);
    model.step(1000, uniform(17 * 11, above100(0.6)), out);
    assertThat(perPixel(out, 17, 11)).containsOnly(3);
  }

  /** L(20) − L(0) = ln 20 = 2.996: 14 thresholds; half of the way has half of the change. */
  @Test
  void isLinearInTheDark() {
    assertThat(steps(exact(), 0, 20).size()).isEqualTo(14);
    assertThat(steps(exact(), 0, 10).size()).isEqualTo(7);
    assertThat(steps(exact(), 10, 20).size()).isEqualTo(7);
  }

  @Test
  void stampsSteppedEventsAtTheSharesOfTheBusiestPixel() {
    EventBatch out = two(exact(), above100(0.8), above100(0.2));
    assertThat(times(out)).containsExactly(250, 250, 500, 750, 1000);
    assertThat(new int[] {out.x(0), out.x(1), out.x(2)}).containsExactly(0, 1, 0);
  }

  @Test
  void stampsInterpolatedEventsWhereEachPixelCrosses() {
    PixelParameters p = exact().withTimes(EventTimes.INTERPOLATED);
    EventBatch out = two(p, above100(0.8001), above100(0.5));
    assertThat(times(out)).containsExactly(250, 400, 500, 750, 800, 1000);
    assertThat(new int[] {out.x(0), out.x(1), out.x(2), out.x(3), out.x(4)})
        .containsExactly(0, 1, 0, 0, 1);
  }

  @Test
  void continuesACrossingFromTheRemainderOfTheFrameBefore() {
    PixelParameters p = exact().withTimes(EventTimes.INTERPOLATED);
    EventBatch out = steps(p, above100(0), above100(0.1), above100(0.3));
    assertThat(times(out)).containsExactly(1500);
  }

  @Test
  void givesTheSameEventsTenYearsLater() {
    long tenYears = 315_576_000_000_000L;
    EventBatch now = flicker(0);
    EventBatch then = flicker(tenYears);
    assertThat(now.size()).isGreaterThan(1000);
    for (int i = 0; i < now.size(); i++) {
      now.t()[i] += tenYears;
    }
    assertThat(then).isEqualTo(now);
  }

  @Test
  void saysWhichPixelHasAnImpossibleLuminance() {
    float[] frame = uniform(12, 100);
    frame[6] = Float.NaN;
    PixelModel model = new PixelModel(4, 3, exact(), 1);
    assertThatThrownBy(() -> model.step(0, frame, new EventBatch(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("luminance=NaN at x=2 y=1 must be between 0 and 255");
    model.step(0, uniform(12, 100), new EventBatch(1));
    frame[6] = 255.5f;
    assertThatThrownBy(() -> model.step(1, frame, new EventBatch(1)))
        .hasMessageContaining("luminance=255.5 at x=2 y=1");
  }

  @ParameterizedTest
  @ValueSource(longs = {5000, 4999, 10_005_001})
  void refusesAFrameThatIsNotLaterOrTooLate(long time) {
    PixelModel model = new PixelModel(1, 1, exact(), 1);
    model.step(5000, uniform(1, 100), new EventBatch(1));
    assertThatThrownBy(() -> model.step(time, uniform(1, 100), new EventBatch(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("frame at " + time + " µs");
  }

  @Test
  void refusesAFrameOfAnotherSize() {
    PixelModel model = new PixelModel(4, 3, exact(), 1);
    assertThatThrownBy(() -> model.step(0, uniform(11, 1), new EventBatch(1)))
        .hasMessage("frame of 11 pixels must have 4x3");
  }

  @ParameterizedTest
  @EnumSource(EventTimes.class)
  void firesAtMostOncePerDeadTime(EventTimes times) {
    PixelParameters p = exact().withLeak(50_000, 0, 0).withRefractory(1000).withTimes(times);
    EventBatch out = constantLight(new PixelModel(1, 1, p, 1), 100, 1000, 1000);
    assertThat(out.size()).isEqualTo(1000);
  }

  @Test
  void firesWhatTheDeadTimeHeldBackLater() {
    PixelParameters p = exact().withRefractory(400).withTimes(EventTimes.INTERPOLATED);
    EventBatch out = steps(p, above100(0), above100(0.8), above100(0.8));
    assertThat(times(out)).containsExactly(250, 650, 1050, 1450);
  }

  /** ε = (200 + 20)/275 · 0.001 s · 2π · 100 Hz = 0.502655. */
  @Test
  void movesTheLowPassByTheShareOfTheWay() {
    PixelModel model = new PixelModel(1, 1, exact().withCutoff(100), 1);
    EventBatch out = new EventBatch(8);
    model.step(0, uniform(1, 100), out);
    double eps = 0.5026548245743669;
    for (int n = 1; n <= 5; n++) {
      model.step(n * 1000L, uniform(1, 200), out);
      double expected = Math.log(200) - Math.log(2) * Math.pow(1 - eps, n);
      assertThat(model.state().lowPassed[0]).isCloseTo(expected, within(1e-7));
    }
  }

  @Test
  void reachesTheLightAtOnceWhereTheStepIsLongerThanTheTimeConstant() {
    PixelModel model = new PixelModel(1, 1, exact().withCutoff(100), 1);
    EventBatch out = new EventBatch(8);
    model.step(0, uniform(1, 100), out);
    model.step(100_000, uniform(1, 200), out);
    assertThat(model.state().lowPassed[0]).isCloseTo(Math.log(200), within(1e-7));
    assertThat(model.largestUpdate(100_000)).isEqualTo(1);
    assertThat(model.largestUpdate(100)).isCloseTo(2 * Math.PI * 0.01, within(1e-12));
  }

  @Test
  void firesFewerEventsForAFastFlickerBehindALowPass() {
    long open = flickerCount(exact());
    long filtered = flickerCount(exact().withCutoff(10));
    assertThat(open).isEqualTo(200 * 3);
    assertThat(filtered).isLessThan(open / 10);
  }

  private static long flickerCount(PixelParameters p) {
    PixelModel model = new PixelModel(1, 1, p, 1);
    EventBatch out = new EventBatch(8);
    for (int i = 0; i <= 200; i++) {
      model.step(i * 1000L, uniform(1, above100(i % 2 * 0.6)), out);
    }
    return out.size();
  }

  private static EventBatch flicker(long origin) {
    PixelParameters p = PixelParameters.noisy().withTimes(EventTimes.INTERPOLATED);
    PixelModel model = new PixelModel(8, 8, p, 3);
    EventBatch out = new EventBatch(8);
    for (int i = 0; i <= 100; i++) {
      model.step(origin + i * 10_000L, uniform(64, above100(i % 2 * 0.7)), out);
    }
    return out;
  }

  /** One pixel, a frame each millisecond. */
  private static EventBatch steps(PixelParameters p, double... luminances) {
    PixelModel model = new PixelModel(1, 1, p, 1);
    EventBatch out = new EventBatch(8);
    for (int i = 0; i < luminances.length; i++) {
      model.step(i * 1000L, uniform(1, luminances[i]), out);
    }
    return out;
  }

  /** Two pixels side by side that go from 100 to these luminances in a millisecond. */
  private static EventBatch two(PixelParameters p, double left, double right) {
    PixelModel model = new PixelModel(2, 1, p, 1);
    EventBatch out = new EventBatch(8);
    model.step(0, uniform(2, 100), out);
    model.step(1000, new float[] {(float) left, (float) right}, out);
    return out;
  }
}
