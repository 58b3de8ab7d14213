package org.saccade.simulators.gaze;

import java.util.ArrayList;
import java.util.List;
import org.saccade.simulators.random.CounterRandom;

/**
 * Two eyes that look at one point for some time. Same values, same gaze, on every machine.
 *
 * @param rate samples a second, 200 to 5000
 * @param seconds how long, at most an hour
 * @param seed of everything that is drawn
 */
public record GazeSimulation(GazeParameters parameters, double rate, double seconds, long seed) {
  /** From one landing to the next onset at least, seconds. */
  public static final double MIN_INTERVAL = 0.1;

  private static final double SHORTEST_BLINK = 0.1;
  private static final double LONGEST_BLINK = 0.3;

  /** So near to a blink, seconds, no microsaccade begins or lands. */
  private static final double BLINK_MARGIN = 0.05;

  /** Of a microsaccade of the median amplitude, about, seconds: part of the mean interval. */
  private static final double MEAN_DURATION = 0.016;

  private static final double LARGEST_AMPLITUDE = 1.5;
  private static final double TREMOR_HERTZ = 80;

  /** Who draws: each has numbers of its own, so that one may change without the others. */
  private enum Drawer {
    BLINK,
    INTERVAL,
    AMPLITUDE,
    DIRECTION,
    DRIFT_X,
    DRIFT_Y,
    LEFT_X,
    LEFT_Y,
    RIGHT_X,
    RIGHT_Y
  }

  public GazeSimulation {
    if (!(rate >= 200 && rate <= 5000)) {
      throw new IllegalArgumentException("rate=" + rate + " must be between 200 and 5000 Hz");
    }
    if (!(seconds > 0 && seconds <= 3600)) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be above 0, at most 3600");
    }
  }

  /** The defaults at 500 Hz. */
  public static GazeSimulation of(double seconds, long seed) {
    return new GazeSimulation(GazeParameters.DEFAULTS, 500, seconds, seed);
  }

  private double gaussian(Drawer drawer, long counter) {
    return CounterRandom.gaussian(CounterRandom.key(seed, drawer.ordinal()), counter);
  }

  private double uniform(Drawer drawer, long counter) {
    return CounterRandom.uniform(CounterRandom.key(seed, drawer.ordinal()), counter);
  }

  private double waiting(Drawer drawer, long counter, double mean) {
    return mean * CounterRandom.exponential(CounterRandom.key(seed, drawer.ordinal()), counter);
  }

  /** The gaze and its truth. */
  public SimulatedGaze run() {
    int n = (int) Math.round(rate * seconds);
    List<Blink> blinks = blinks();
    List<TrueMicrosaccade> made = new ArrayList<>();
    double[][] at = new double[4][n];
    Resonance[] tremor = new Resonance[4];
    for (int k = 0; k < 4; k++) {
      tremor[k] = new Resonance(TREMOR_HERTZ, rate, parameters.tremor());
    }
    double step = StrictMath.sqrt(2 * parameters.diffusion() / rate);
    double x = 0;
    double y = 0;
    int blink = 0;
    TrueMicrosaccade now = null;
    double next = next(0, 0);
    int drawn = 0;
    for (int i = 0; i < n; i++) {
      double t = i / rate;
      if (now != null && t >= now.landing()) {
        x += now.amplitude() * StrictMath.cos(now.direction());
        y += now.amplitude() * StrictMath.sin(now.direction());
        now = null;
      }
      if (now == null && t >= next) {
        TrueMicrosaccade one = TrueMicrosaccade.of(next, amplitude(drawn), direction(drawn, x, y));
        drawn++;
        next = next(one.landing(), drawn);
        if (one.landing() < seconds && !blinked(blinks, one)) {
          made.add(one);
          now = one;
        }
      }
      x += step * gaussian(Drawer.DRIFT_X, i);
      y += step * gaussian(Drawer.DRIFT_Y, i);
      double moved = now == null ? 0 : now.amplitude() * now.progress(t);
      double gazeX = x + (now == null ? 0 : moved * StrictMath.cos(now.direction()));
      double gazeY = y + (now == null ? 0 : moved * StrictMath.sin(now.direction()));
      while (blink < blinks.size() && t >= blinks.get(blink).to()) {
        blink++;
      }
      boolean closed = blink < blinks.size() && blinks.get(blink).covers(t);
      for (int k = 0; k < 4; k++) {
        Drawer eye = Drawer.values()[Drawer.LEFT_X.ordinal() + k];
        double seen = (k % 2 == 0 ? gazeX : gazeY) + tremor[k].next(gaussian(eye, i));
        at[k][i] = closed ? Double.NaN : rounded(seen);
      }
    }
    return new SimulatedGaze(
        rate, at[0], at[1], at[2], at[3], List.copyOf(made), List.copyOf(blinks));
  }

  /** Divided, not multiplied: a number of thousandths then prints as one. */
  private double rounded(double degrees) {
    double steps = StrictMath.rint(1 / parameters.resolution());
    return StrictMath.rint(degrees * steps) / steps;
  }

  private List<Blink> blinks() {
    List<Blink> blinks = new ArrayList<>();
    if (parameters.blinkRate() == 0) {
      return blinks;
    }
    double t = 0;
    for (int k = 0; ; k++) {
      double from = t + SHORTEST_BLINK + waiting(Drawer.BLINK, 2 * k, 1 / parameters.blinkRate());
      double length = LONGEST_BLINK - SHORTEST_BLINK;
      t = from + SHORTEST_BLINK + length * uniform(Drawer.BLINK, 2 * k + 1);
      if (t > seconds) {
        return blinks;
      }
      blinks.add(new Blink(from, t));
    }
  }

  private static boolean blinked(List<Blink> blinks, TrueMicrosaccade one) {
    return blinks.stream()
        .anyMatch(
            b -> one.landing() > b.from() - BLINK_MARGIN && one.onset() < b.to() + BLINK_MARGIN);
  }

  /** When the next one begins after a landing: a dead time, then as a Poisson process. */
  private double next(double landing, int k) {
    if (parameters.microsaccadeRate() == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double mean = 1 / parameters.microsaccadeRate();
    return landing
        + MIN_INTERVAL
        + waiting(Drawer.INTERVAL, k, Math.max(0, mean - MIN_INTERVAL - MEAN_DURATION));
  }

  /** Log-normal. */
  private double amplitude(int k) {
    double z = gaussian(Drawer.AMPLITUDE, k);
    double a = parameters.amplitudeMedian() * StrictMath.exp(parameters.amplitudeSpread() * z);
    return Math.min(LARGEST_AMPLITUDE, a);
  }

  /** Any; turned around where it would lead away from the point, once that is half a degree off. */
  private double direction(int k, double x, double y) {
    double angle = (2 * uniform(Drawer.DIRECTION, k) - 1) * Math.PI;
    boolean away = x * StrictMath.cos(angle) + y * StrictMath.sin(angle) > 0;
    return away && x * x + y * y > 0.25 ? angle > 0 ? angle - Math.PI : angle + Math.PI : angle;
  }
}
