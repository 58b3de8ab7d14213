package org.saccade.simulators.dvs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.saccade.simulators.dvs.Frames.count;
import static org.saccade.simulators.dvs.Frames.exact;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.random.CounterRandom;

/** What holds for all frames, parameters and seeds. */
class PixelModelPropertyTest {
  private static final int WIDTH = 5;
  private static final int HEIGHT = 4;
  private static final int STEPS = 40;

  @Property(tries = 200)
  void givesEventsInTimeOrderWithinTheFrameAndTheStep(
      @ForAll long seed,
      @ForAll EventTimes times,
      @ForAll @LongRange(min = 1, max = 20_000) long interval) {
    PixelModel model = new PixelModel(WIDTH, HEIGHT, noisy(times, 0), seed);
    EventBatch out = new EventBatch(1);
    long previous = 0;
    for (int i = 0; i <= STEPS; i++) {
      out.clear();
      model.step(i * interval, frame(seed, i), out);
      for (int e = 0; e < out.size(); e++) {
        assertThat(out.t(e)).isGreaterThanOrEqualTo(previous);
        assertThat(out.t(e)).isBetween((i - 1) * interval + 1, i * interval);
        assertThat(out.x(e)).isLessThan(WIDTH);
        assertThat(out.y(e)).isLessThan(HEIGHT);
        assertThat(out.p(e)).isBetween(0, 1);
        previous = out.t(e);
      }
    }
  }

  @Property(tries = 200)
  void neverFiresAPixelTwiceWithinItsDeadTime(
      @ForAll long seed,
      @ForAll EventTimes times,
      @ForAll @LongRange(min = 1, max = 3000) long refractory) {
    EventBatch out = run(noisy(times, refractory), seed, 1000);
    long[] last = new long[WIDTH * HEIGHT];
    Arrays.fill(last, -refractory);
    for (int e = 0; e < out.size(); e++) {
      int pixel = out.y(e) * WIDTH + out.x(e);
      assertThat(out.t(e) - last[pixel]).isGreaterThanOrEqualTo(refractory);
      last[pixel] = out.t(e);
    }
  }

  @Property(tries = 50)
  void givesTheSameEventsForTheSameSeedAndOthersForAnother(
      @ForAll long seed, @ForAll EventTimes times) {
    EventBatch first = run(noisy(times, 500), seed, 1000);
    assertThat(run(noisy(times, 500), seed, 1000)).isEqualTo(first);
    assertThat(run(noisy(times, 500), seed + 1, 1000)).isNotEqualTo(first);
  }

  /** Both rules of time give the same number of events: they stamp, they do not compare. */
  @Property(tries = 50)
  void givesAsManyEventsUnderBothRulesOfTime(@ForAll long seed) {
    EventBatch stepped = run(noisy(EventTimes.STEPPED, 0), seed, 1000);
    EventBatch interpolated = run(noisy(EventTimes.INTERPOLATED, 0), seed, 1000);
    assertThat(interpolated.size()).isEqualTo(stepped.size());
    assertThat(count(interpolated, 1)).isEqualTo(count(stepped, 1));
  }

  /** Without noise the signed events of a pixel add up to the change of its log luminance. */
  @Property(tries = 200)
  void addsUpToTheChangeOfLightWithinAThreshold(
      @ForAll @IntRange(min = 21, max = 255) int from,
      @ForAll @IntRange(min = 21, max = 255) int through,
      @ForAll @IntRange(min = 21, max = 255) int to,
      @ForAll @DoubleRange(min = 0.01, max = 0.5) double threshold) {
    PixelModel model = new PixelModel(1, 1, exact().withThresholds(threshold, threshold, 0), 1);
    EventBatch out = new EventBatch(8);
    model.step(0, new float[] {from}, out);
    model.step(700, new float[] {through}, out);
    model.step(900, new float[] {to}, out);
    double sum = threshold * (count(out, 1) - count(out, 0));
    assertThat(Math.abs(Math.log((double) to / from) - sum)).isLessThan(threshold + 1e-6);
  }

  private static PixelParameters noisy(EventTimes times, long refractory) {
    return PixelParameters.noisy()
        .withCutoff(200)
        .withShotNoise(50)
        .withLeak(20, 0.1, 0.1)
        .withRefractory(refractory)
        .withTimes(times);
  }

  private static EventBatch run(PixelParameters p, long seed, long interval) {
    PixelModel model = new PixelModel(WIDTH, HEIGHT, p, seed);
    EventBatch out = new EventBatch(64);
    for (int i = 0; i <= STEPS; i++) {
      model.step(i * interval, frame(7, i), out);
    }
    return out;
  }

  private static float[] frame(long seed, int step) {
    float[] frame = new float[WIDTH * HEIGHT];
    for (int i = 0; i < frame.length; i++) {
      frame[i] = (float) (255 * CounterRandom.uniform(CounterRandom.key(seed, i), step));
    }
    return frame;
  }
}
