package org.saccade.simulators.dvs;

import java.util.stream.IntStream;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.random.CounterRandom;

/**
 * The events that a sensor gives without a change of light: shot noise, leak and hot pixels.
 *
 * <p>Times are drawn from point processes to the microsecond, so unlike in {@link PixelModel} they
 * do not depend on the frame interval; the light only thins the shot noise: of a dark pixel's
 * events the share {@code 1 − 0.75·(I + 20)/275} stays. The signal does not feel this noise: a
 * noise event leaves the memorised value and the dead time of the pixel alone. That is the price of
 * labels.
 */
public final class BackgroundNoise {
  private static final int MARK_THINNING = 0;
  private static final int MARK_POLARITY = 1;

  private final int width;
  private final int height;
  private final NoiseProcess shot;
  private final NoiseProcess leak;
  private final NoiseProcess hot;
  private final StepEvents events = new StepEvents();
  private boolean started;
  private long time;

  public BackgroundNoise(int width, int height, NoiseParameters parameters, long seed) {
    this.width = width;
    this.height = height;
    int[] all = IntStream.range(0, Math.multiplyExact(width, height)).toArray();
    int[] none = {};
    long hotSeed = CounterRandom.key(seed, 3);
    int[] hotPixels =
        IntStream.of(all)
            .filter(
                i ->
                    CounterRandom.uniform(CounterRandom.key(hotSeed, ~i), 0)
                        < parameters.hotFraction())
            .toArray();
    shot =
        NoiseProcess.poisson(
            parameters.shotNoiseHz() > 0 ? all : none,
            parameters.shotNoiseHz(),
            CounterRandom.key(seed, 1));
    leak =
        NoiseProcess.regular(
            parameters.leakHz() > 0 ? all : none,
            parameters.leakHz(),
            parameters.leakDecades(),
            parameters.leakJitter(),
            CounterRandom.key(seed, 2));
    hot =
        NoiseProcess.poisson(
            parameters.hotHz() > 0 ? hotPixels : none, parameters.hotHz(), hotSeed);
  }

  /** The hot pixels, y·width + x, ascending; empty where their rate is 0. */
  public int[] hotPixels() {
    return IntStream.range(0, hot.size()).map(hot::pixel).toArray();
  }

  /**
   * Appends the noise since the call before, in time order. The first call starts the processes and
   * gives none.
   *
   * @param timeMicros later than the call before by 1 µs to {@link PixelModel#MAX_STEP_MICROS}
   * @param frame luminance 0 to 255, pixel y·width + x
   */
  public void step(long timeMicros, float[] frame, EventBatch out) {
    if (frame.length != width * height) {
      throw new IllegalArgumentException(
          "frame of " + frame.length + " pixels must have " + width + "x" + height);
    }
    if (!started) {
      shot.start(timeMicros);
      leak.start(timeMicros);
      hot.start(timeMicros);
      started = true;
    } else {
      long interval = timeMicros - time;
      if (interval < 1 || interval > PixelModel.MAX_STEP_MICROS) {
        throw new IllegalArgumentException(
            String.format(
                "frame at %d µs must be 1 to %d µs after the one before at %d µs",
                timeMicros, PixelModel.MAX_STEP_MICROS, time));
      }
      events.clear();
      addShots(timeMicros, frame);
      addAllOn(leak, timeMicros);
      addAllOn(hot, timeMicros);
      events.appendTo(out, time, width);
    }
    time = timeMicros;
  }

  private void addShots(long until, float[] frame) {
    for (int i = 0; i < shot.size(); i++) {
      for (; shot.next(i) <= until; shot.advance(i)) {
        int pixel = shot.pixel(i);
        float luminance = Luminance.checked(frame[pixel], pixel, width);
        if (shot.mark(i, MARK_THINNING) < Luminance.noiseFactor(luminance)) {
          events.add(shot.next(i) - time, pixel, shot.mark(i, MARK_POLARITY) < 0.5 ? 0 : 1);
        }
      }
    }
  }

  private void addAllOn(NoiseProcess process, long until) {
    for (int i = 0; i < process.size(); i++) {
      for (; process.next(i) <= until; process.advance(i)) {
        events.add(process.next(i) - time, process.pixel(i), 1);
      }
    }
  }
}
