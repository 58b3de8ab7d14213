package org.saccade.simulators.dvs;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.random.CounterRandom;

/**
 * An array of event-camera pixels: luminance frames in, events out. The equations are in the
 * package's description.
 *
 * <p>It follows v2e (Hu, Liu, Delbruck 2021; SensorsINI/v2e) except for:
 *
 * <ul>
 *   <li>Times are microseconds in a {@code long}. v2e computes in 32-bit float seconds, which lose
 *       the microsecond after some 16 s of recording. State is 64-bit float for the same reason.
 *   <li>A change within 2e-7 of a threshold reaches it: the precision of luminance as a 32-bit
 *       float. Without it a step up by θ and down again may give one event and not two.
 *   <li>The dead time is inclusive: a pixel may fire {@code refractoryMicros} after its last event,
 *       not one comparison of floats later. Shot noise obeys it too, so no pixel ever gives two
 *       events closer than that; v2e lets shot noise through.
 *   <li>The leak starts at a random phase for each pixel. In v2e all pixels start together, so that
 *       the first leak events come as a wave after 1/leak seconds.
 *   <li>The jitter of the leak is normal by the count of 64 bits, {@link
 *       CounterRandom#roughGaussian}: one draw a pixel and step in place of a logarithm.
 *   <li>Events of one microsecond come row by row, as sensors read out; v2e shuffles them.
 *   <li>{@link EventTimes#INTERPOLATED} is ours; {@link EventTimes#STEPPED} is v2e's.
 *   <li>v2e's second way of making noise, at the photoreceptor, is not modelled.
 * </ul>
 *
 * <p>As in v2e, the memorised value moves at the event, not at the end of the dead time, and what
 * the dead time held back stays in it and fires later.
 *
 * <p>The low-pass is one Euler step a frame: choose frames such that {@link #largestUpdate} stays
 * below about 0.3.
 *
 * <p>Same seed, parameters and frames: same events on every machine. Not for use by two threads.
 */
public final class PixelModel {
  /** Longest step: 10 s. */
  public static final long MAX_STEP_MICROS = 10_000_000;

  /** How close to a threshold counts as reaching it, log units. */
  static final double REACH = 2e-7;

  private static final int FIRST_STEP_DRAW = 16;

  private final int width;
  private final int height;
  private final PixelParameters parameters;
  private final long seed;
  private final Crossings crossings = new Crossings();
  private final Crossings shots = new Crossings();
  private final StepEvents events = new StepEvents();
  private PixelState state;
  private long time;
  private long step;

  /**
   * @param width columns, 1 to 65536
   * @param height rows, 1 to 32768
   */
  public PixelModel(int width, int height, PixelParameters parameters, long seed) {
    if (width < 1 || width > 1 << 16 || height < 1 || height > 1 << 15) {
      throw new IllegalArgumentException(
          "frame " + width + "x" + height + " must be between 1x1 and 65536x32768");
    }
    Math.multiplyExact(width, height);
    this.width = width;
    this.height = height;
    this.parameters = parameters;
    this.seed = seed;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public PixelParameters parameters() {
    return parameters;
  }

  PixelState state() {
    return state;
  }

  /**
   * Largest ε, the share of the way to its target that a pixel at full luminance goes in a step.
   *
   * @param stepMicros frame interval
   * @return 0 to 1; 1 also without a low-pass
   */
  public double largestUpdate(long stepMicros) {
    return parameters.cutoffHz() > 0
        ? Math.min(1, Luminance.share(255) * updates(stepMicros * 1e-6))
        : 1;
  }

  private double updates(double seconds) {
    return seconds * 2 * Math.PI * parameters.cutoffHz();
  }

  /**
   * Takes the next frame and appends the events since the one before, in time order. The first
   * frame sets the pixels and gives none.
   *
   * @param timeMicros time of the frame, later than the one before by 1 µs to {@link
   *     #MAX_STEP_MICROS}
   * @param frame luminance 0 to 255, pixel y·width + x
   * @param out gets events with times after the frame before and not after this one
   * @throws IllegalArgumentException if the frame is not width·height long or holds another value,
   *     or if the time does not fit
   */
  public void step(long timeMicros, float[] frame, EventBatch out) {
    if (frame.length != width * height) {
      throw new IllegalArgumentException(
          "frame of " + frame.length + " pixels must have " + width + "x" + height);
    }
    if (state == null) {
      state = new PixelState(width, height, parameters, seed, frame);
    } else {
      long interval = timeMicros - time;
      if (interval < 1 || interval > MAX_STEP_MICROS) {
        throw new IllegalArgumentException(
            String.format(
                "frame at %d µs must be 1 to %d µs after the one before at %d µs",
                timeMicros, MAX_STEP_MICROS, time));
      }
      crossings.clear();
      shots.clear();
      events.clear();
      compare(frame, interval);
      fire(interval);
      fireShots(interval);
      events.appendTo(out, time, width);
    }
    time = timeMicros;
    step++;
  }

  /** Low-pass, leak and comparison of every pixel; notes the few that have something to fire. */
  private void compare(float[] frame, long interval) {
    PixelState s = state;
    double seconds = interval * 1e-6;
    double updates = updates(seconds);
    boolean filtered = parameters.cutoffHz() > 0;
    boolean leaky = parameters.leakHz() > 0;
    double jitter = parameters.leakJitter();
    long leakDraw = CounterRandom.shared(FIRST_STEP_DRAW + 2 * step);
    long shotDraw = CounterRandom.shared(FIRST_STEP_DRAW + 2 * step + 1);
    double shot = parameters.shotNoiseHz() / 2 * seconds;
    for (int i = 0; i < frame.length; i++) {
      float v = frame[i];
      if (v != s.luminance[i]) {
        s.luminance[i] = Luminance.checked(v, i, width);
        s.log[i] = Luminance.linLog(v);
      }
      double lpBefore = s.lowPassed[i];
      double lp = s.log[i];
      if (filtered) {
        double eps = Math.min(1, Luminance.share(v) * updates);
        lp = (1 - eps) * lpBefore + eps * lp;
      }
      s.lowPassed[i] = lp;
      double baseBefore = s.base[i];
      double base = baseBefore;
      if (leaky) {
        double n = CounterRandom.roughGaussian(CounterRandom.mix(s.key[i] + leakDraw));
        base -= seconds * s.leak[i] * (1 - jitter * n);
        s.base[i] = base;
      }
      double diff = lp - base;
      if (diff + REACH >= s.thresholdOn[i]) {
        int count = (int) ((diff + REACH) / s.thresholdOn[i]);
        crossings.add(i, count, lpBefore - baseBefore, diff);
      } else if (REACH - diff >= s.thresholdOff[i]) {
        int count = (int) ((REACH - diff) / s.thresholdOff[i]);
        crossings.add(i, -count, lpBefore - baseBefore, diff);
      }
      if (shot > 0) {
        double u = CounterRandom.uniform(CounterRandom.mix(s.key[i] + shotDraw));
        noteShot(i, u, shot * Luminance.noiseFactor(v));
      }
    }
  }

  /** One uniform number decides between OFF (low end), ON (high end) and, mostly, nothing. */
  private void noteShot(int pixel, double u, double probability) {
    double off = probability * parameters.thresholdOff() / state.thresholdOff[pixel];
    double on = probability * parameters.thresholdOn() / state.thresholdOn[pixel];
    if (u < off) {
      shots.add(pixel, -1, u / off, 0);
    } else if (1 - u < on) {
      shots.add(pixel, 1, (1 - u) / on, 0);
    }
  }

  private void fire(long interval) {
    PixelState s = state;
    boolean stepped = parameters.times() == EventTimes.STEPPED;
    long refractory = parameters.refractoryMicros();
    for (int c = 0; c < crossings.size; c++) {
      int pixel = crossings.pixel[c];
      int count = crossings.count[c];
      int sign = count > 0 ? 1 : -1;
      double threshold = count > 0 ? s.thresholdOn[pixel] : s.thresholdOff[pixel];
      double before = sign * crossings.before[c];
      double after = sign * crossings.after[c];
      long last = s.lastEvent[pixel];
      int fired = 0;
      for (int j = 1; j <= sign * count; j++) {
        long at;
        if (stepped) {
          at = time + (interval * j + crossings.most / 2) / crossings.most;
          if (at - last < refractory) {
            continue;
          }
        } else {
          at =
              Math.max(
                  time + crossedAt(j * threshold - REACH, before, after, interval),
                  last + refractory);
          if (at - time > interval) {
            break;
          }
        }
        last = at;
        fired++;
        events.add(at - time, pixel, count > 0 ? 1 : 0);
      }
      s.lastEvent[pixel] = last;
      s.base[pixel] += sign * fired * threshold;
    }
  }

  /** Microseconds, 1 to interval, at which a straight line from before to after meets a level. */
  private static long crossedAt(double level, double before, double after, long interval) {
    if (before >= level) {
      return 1;
    }
    if (after <= level) {
      return interval;
    }
    return Math.max(1, (long) Math.ceil((level - before) / (after - before) * interval));
  }

  /** Shot noise: an event whatever the light does; the pixel memorises the light at this frame. */
  private void fireShots(long interval) {
    PixelState s = state;
    boolean stepped = parameters.times() == EventTimes.STEPPED;
    long refractory = parameters.refractoryMicros();
    for (int c = 0; c < shots.size; c++) {
      int pixel = shots.pixel[c];
      long offset = stepped ? interval : 1 + (long) (shots.before[c] * (interval - 1));
      long at = time + offset;
      boolean firedInThisStep = s.lastEvent[pixel] > time;
      if (refractory > 0 && (firedInThisStep || at - s.lastEvent[pixel] < refractory)) {
        continue;
      }
      s.lastEvent[pixel] = Math.max(at, s.lastEvent[pixel]);
      s.base[pixel] = s.lowPassed[pixel];
      events.add(offset, pixel, shots.count[c] > 0 ? 1 : 0);
    }
  }
}
