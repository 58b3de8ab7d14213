package org.saccade.simulators.gaze;

import java.util.List;

/**
 * Gaze of both eyes and what is true of it.
 *
 * @param rate samples a second
 * @param xLeft degrees from the point looked at, to the right; NaN: missing
 * @param yLeft degrees, upwards
 * @param xRight as {@code xLeft}
 * @param yRight as {@code yLeft}
 * @param microsaccades in order of time, each of both eyes
 * @param blinks in order of time
 */
public record SimulatedGaze(
    double rate,
    double[] xLeft,
    double[] yLeft,
    double[] xRight,
    double[] yRight,
    List<TrueMicrosaccade> microsaccades,
    List<Blink> blinks) {
  public int size() {
    return xLeft.length;
  }

  /** Seconds in which the eyes were open. */
  public double seenSeconds() {
    long seen = 0;
    for (double x : xLeft) {
      seen += Double.isNaN(x) ? 0 : 1;
    }
    return seen / rate;
  }
}
