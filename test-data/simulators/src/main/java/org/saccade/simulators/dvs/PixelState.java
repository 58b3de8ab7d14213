package org.saccade.simulators.dvs;

import org.saccade.simulators.random.CounterRandom;

/** What each pixel remembers, an array a quantity, pixel y·width + x. */
final class PixelState {
  /** Time of the last event of a pixel that never fired: far enough back for any dead time. */
  static final long NEVER = Long.MIN_VALUE / 2;

  private static final int ON_DRAW = 0;
  private static final int OFF_DRAW = 1;
  private static final int LEAK_DRAW = 2;
  private static final int PHASE_DRAW = 6;

  /** Luminance of the last frame and its lin-log. */
  final float[] luminance;

  final double[] log;

  /** Lp: log luminance behind the low-pass. */
  final double[] lowPassed;

  /** Log luminance memorised at the last event. */
  final double[] base;

  final double[] thresholdOn;
  final double[] thresholdOff;

  /** Leak of the base, log units a second. */
  final double[] leak;

  final long[] lastEvent;

  /** Random key of the pixel. */
  final long[] key;

  PixelState(int width, int height, PixelParameters p, long seed, float[] first) {
    int n = width * height;
    luminance = first.clone();
    log = new double[n];
    lowPassed = new double[n];
    base = new double[n];
    thresholdOn = new double[n];
    thresholdOff = new double[n];
    leak = new double[n];
    lastEvent = new long[n];
    key = new long[n];
    for (int i = 0; i < n; i++) {
      long k = CounterRandom.key(seed, (long) (i / width) << 16 | (i % width));
      double l = Luminance.linLog(Luminance.checked(first[i], i, width));
      double on = threshold(p.thresholdOn(), p.thresholdSigma(), k, ON_DRAW);
      key[i] = k;
      log[i] = l;
      lowPassed[i] = l;
      base[i] = l;
      thresholdOn[i] = on;
      thresholdOff[i] = threshold(p.thresholdOff(), p.thresholdSigma(), k, OFF_DRAW);
      lastEvent[i] = NEVER;
      if (p.leakHz() > 0) {
        double decades = p.leakDecades() * CounterRandom.gaussian(k, LEAK_DRAW);
        leak[i] = p.leakHz() * StrictMath.pow(10, decades) * on;
        base[i] = l - CounterRandom.uniform(k, PHASE_DRAW) * on;
      }
    }
  }

  private static double threshold(double nominal, double sigma, long key, int draw) {
    double drawn = sigma > 0 ? nominal + sigma * CounterRandom.gaussian(key, draw) : nominal;
    return Math.max(PixelParameters.MIN_THRESHOLD, drawn);
  }
}
