package org.saccade.simulators.gaze;

/**
 * Both eyes closed.
 *
 * @param from seconds from the start
 * @param to seconds from the start
 */
public record Blink(double from, double to) {
  boolean covers(double seconds) {
    return seconds >= from && seconds < to;
  }
}
