package org.saccade.connectors.recording;

/**
 * An annotation of a recording: a message, a fixation, a blink, a trigger.
 *
 * @param micros sensor time of its begin, microseconds
 * @param durationMicros how long it lasts, microseconds; 0: a point
 * @param text what it says
 */
public record RecordingMarker(long micros, long durationMicros, String text) {
  public RecordingMarker {
    if (durationMicros < 0) {
      throw new IllegalArgumentException(
          "durationMicros=" + durationMicros + " must not be negative");
    }
  }
}
