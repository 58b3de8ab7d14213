package org.saccade.simulators.gesture;

import java.util.List;
import java.util.stream.IntStream;
import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.dvs.EventTimes;
import org.saccade.simulators.dvs.NoiseParameters;
import org.saccade.simulators.dvs.PixelParameters;
import org.saccade.simulators.random.CounterRandom;

/**
 * A simulated set of gestures. The set of fewer subjects or trials is the begin of the set of more;
 * subjects move alike at another size or speed.
 *
 * @param subjects how many people, 1 to 999
 * @param trials recordings of each, 1 to 5, each in another light
 * @param gestureMicros length of a labelled gesture
 * @param width columns
 * @param height rows
 * @param speed factor of all motions
 * @param noise factor of the rates of shot noise and hot pixels
 * @param gestures in the order in which they are made
 * @param seed of everything
 */
public record GestureSet(
    int subjects,
    int trials,
    long gestureMicros,
    int width,
    int height,
    double speed,
    double noise,
    List<Gesture> gestures,
    long seed) {
  /** Subjects of DVS128 Gesture, of which the last six are to test on. */
  private static final int REAL_SUBJECTS = 29;

  private static final int REAL_TEST_SUBJECTS = 6;

  private static final long FRAME_MICROS = 4_000;

  public GestureSet {
    check("subjects", subjects, 1, 999);
    check("trials", trials, 1, Light.values().length);
    check("gestureMicros", gestureMicros, 1_000, 3_600_000_000.0);
    check("speed", speed, 0.01, 100);
    check("noise", noise, 0, 1000);
    gestures = List.copyOf(gestures);
  }

  /** All gestures at 128x128, one trial a subject. */
  public static GestureSet of(int subjects, double seconds, long seed) {
    return new GestureSet(
        subjects, 1, (long) (seconds * 1e6), 128, 128, 1, 1, List.of(Gesture.values()), seed);
  }

  public GestureSet withTrials(int each) {
    return new GestureSet(
        subjects, each, gestureMicros, width, height, speed, noise, gestures, seed);
  }

  public GestureSet withSize(int columns, int rows) {
    return new GestureSet(
        subjects, trials, gestureMicros, columns, rows, speed, noise, gestures, seed);
  }

  public GestureSet withSpeed(double factor) {
    return new GestureSet(
        subjects, trials, gestureMicros, width, height, factor, noise, gestures, seed);
  }

  public GestureSet withNoise(double factor) {
    return new GestureSet(
        subjects, trials, gestureMicros, width, height, speed, factor, gestures, seed);
  }

  public GestureSet withGestures(List<Gesture> some) {
    return new GestureSet(subjects, trials, gestureMicros, width, height, speed, noise, some, seed);
  }

  /** Whether a subject is to test on: the last fifth, as in the data set. */
  public boolean isToTestOn(int subject) {
    long test = Math.round((double) subjects * REAL_TEST_SUBJECTS / REAL_SUBJECTS);
    return subject > subjects - (subjects > 1 ? Math.max(1, test) : 0);
  }

  /** Number of recordings. */
  public int size() {
    return subjects * trials;
  }

  /** All recordings, subject by subject. */
  public List<Trial> all() {
    return IntStream.range(0, size()).mapToObj(this::trial).toList();
  }

  /**
   * @param index 0 to {@link #size} - 1
   */
  public Trial trial(int index) {
    int number = 1 + index / trials;
    int take = index % trials;
    Subject subject = Subject.of(seed, number);
    Light[] lights = Light.values();
    Light light = lights[(number + take) % lights.length];
    long key = CounterRandom.key(subject.key(), 1000 + take);
    Draws d = new Draws(CounterRandom.key(key, 0));
    Performance performance =
        new Performance(subject, gestures, gestureMicros, speed, take, CounterRandom.key(key, 1));
    GestureScene scene = new GestureScene(width, height, performance, CounterRandom.key(key, 2));
    double threshold = d.between(0.18, 0.28);
    PixelParameters pixels =
        PixelParameters.clean()
            .withThresholds(threshold, threshold, 0.03)
            .withRefractory(1_000)
            .withTimes(EventTimes.INTERPOLATED);
    NoiseParameters background =
        NoiseParameters.shot(noise * light.shotHz(d))
            .withLeak(noise * d.between(0, 0.05), 0.1, 0.1)
            .withHot(d.between(0, 3e-4), noise * d.between(20, 100));
    // The clock starts at power-on, some time before.
    long origin = (long) (1e6 * d.between(1, 100));
    EventSimulation simulation =
        new EventSimulation(
            scene,
            pixels,
            background,
            origin,
            FRAME_MICROS,
            performance.durationMicros(),
            CounterRandom.key(key, 3));
    List<Performance.Span> labels =
        performance.spans().stream()
            .map(
                s ->
                    new Performance.Span(
                        s.gesture(), origin + s.fromMicros(), origin + s.toMicros()))
            .toList();
    return new Trial(subject, light, scene, simulation, labels);
  }

  private static String shown(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + "=" + shown(value) + " must be between " + shown(least) + " and " + shown(most));
    }
  }
}
