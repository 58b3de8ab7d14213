package org.saccade.simulators;

import java.util.function.Consumer;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.dvs.BackgroundNoise;
import org.saccade.simulators.dvs.LabelledEvents;
import org.saccade.simulators.dvs.NoiseParameters;
import org.saccade.simulators.dvs.PixelModel;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.random.CounterRandom;
import org.saccade.simulators.scene.Scene;

/**
 * A camera in front of a scene for some time. Same values, same events, on every machine; nothing
 * is kept between runs.
 *
 * <p>The scene begins at 0 µs, the sensor's clock at {@code originMicros}: events lie after the
 * origin and not after origin + duration.
 *
 * @param scene what the camera sees; one run at a time may use it
 * @param parameters of the pixels
 * @param noise made apart from the pixels; {@link NoiseParameters#NONE} for none
 * @param originMicros sensor time at which the scene begins, 0 or more
 * @param frameMicros interval at which the scene is rendered; the last may be shorter
 * @param durationMicros 1 or more
 * @param seed of thresholds and noise
 */
public record EventSimulation(
    Scene scene,
    PixelParameters parameters,
    NoiseParameters noise,
    long originMicros,
    long frameMicros,
    long durationMicros,
    long seed) {

  /** Latest sensor time, 2^60 µs, some 36,000 years. */
  public static final long MAX_TIME_MICROS = 1L << 60;

  public EventSimulation {
    between("originMicros", originMicros, 0, MAX_TIME_MICROS);
    between("frameMicros", frameMicros, 1, PixelModel.MAX_STEP_MICROS);
    between("durationMicros", durationMicros, 1, MAX_TIME_MICROS - originMicros);
  }

  /** A simulation without separate noise whose clock starts at 0 and renders every millisecond. */
  public static EventSimulation of(
      Scene scene, PixelParameters parameters, long durationMicros, long seed) {
    return new EventSimulation(
        scene, parameters, NoiseParameters.NONE, 0, 1000, durationMicros, seed);
  }

  public EventSimulation withNoise(NoiseParameters parametersOfNoise) {
    return new EventSimulation(
        scene, parameters, parametersOfNoise, originMicros, frameMicros, durationMicros, seed);
  }

  public EventSimulation withOrigin(long micros) {
    return new EventSimulation(scene, parameters, noise, micros, frameMicros, durationMicros, seed);
  }

  public EventSimulation withFrames(long micros) {
    return new EventSimulation(
        scene, parameters, noise, originMicros, micros, durationMicros, seed);
  }

  public EventSimulation withSeed(long otherSeed) {
    return new EventSimulation(
        scene, parameters, noise, originMicros, frameMicros, durationMicros, otherSeed);
  }

  /** All events, in time order. */
  public EventBatch run() {
    EventBatch all = new EventBatch(1 << 16);
    run(batch -> all.append(batch, 0, batch.size()));
    return all;
  }

  /**
   * Hands out the events of each frame interval that has any, in time order.
   *
   * @param consumer gets a batch that is reused: it reads what it needs before it returns
   */
  public void run(Consumer<EventBatch> consumer) {
    LabelledEvents merged = new LabelledEvents(1 << 12);
    forEachStep(
        (light, background) -> {
          merged.clear();
          merged.appendMerged(light, background);
          if (merged.size() > 0) {
            consumer.accept(merged.events());
          }
        });
  }

  /**
   * All events, in time order, each labelled as signal (from the pixels) or noise.
   *
   * @throws IllegalStateException if the pixels make noise themselves, which could not be told from
   *     signal
   */
  public LabelledEvents runLabelled() {
    if (parameters.leakHz() > 0 || parameters.shotNoiseHz() > 0) {
      throw new IllegalStateException(
          String.format(
              "leakHz=%s and shotNoiseHz=%s of the pixels must be 0 for labels;"
                  + " give them to the noise instead",
              parameters.leakHz(), parameters.shotNoiseHz()));
    }
    LabelledEvents all = new LabelledEvents(1 << 16);
    forEachStep(all::appendMerged);
    return all;
  }

  private interface Step {
    void take(EventBatch light, EventBatch background);
  }

  private void forEachStep(Step each) {
    int width = scene.width();
    int height = scene.height();
    PixelModel pixels = new PixelModel(width, height, parameters, seed);
    BackgroundNoise background =
        new BackgroundNoise(width, height, noise, CounterRandom.key(seed, -1));
    float[] frame = new float[width * height];
    EventBatch light = new EventBatch(1 << 12);
    EventBatch dark = new EventBatch(1 << 12);
    for (long t = 0; ; t = Math.min(t + frameMicros, durationMicros)) {
      scene.render(t, frame);
      light.clear();
      dark.clear();
      pixels.step(originMicros + t, frame, light);
      background.step(originMicros + t, frame, dark);
      each.take(light, dark);
      if (t == durationMicros) {
        return;
      }
    }
  }

  private static void between(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + least + " and " + most);
    }
  }
}
