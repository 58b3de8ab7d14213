package org.saccade.simulators.gaze;

/**
 * White noise behind a resonance: {@code x[n] = 2r cos ω x[n−1] − r² x[n−2] + e[n]}, scaled to a
 * standard deviation; from rest.
 */
final class Resonance {
  private static final double RADIUS = 0.9;

  private final double first;
  private final double second;
  private final double scale;
  private double before;
  private double beforeThat;

  Resonance(double hertz, double rate, double deviation) {
    double omega = 2 * Math.PI * hertz / rate;
    double r2 = RADIUS * RADIUS;
    first = 2 * RADIUS * StrictMath.cos(omega);
    second = -r2;
    double variance = (1 + r2) / ((1 - r2) * (1 + r2 * r2 - 2 * r2 * StrictMath.cos(2 * omega)));
    scale = deviation / StrictMath.sqrt(variance);
  }

  double next(double gaussian) {
    double x = first * before + second * beforeThat + scale * gaussian;
    beforeThat = before;
    before = x;
    return x;
  }
}
