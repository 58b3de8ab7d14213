package org.saccade.operators.signal.window;

/** Takes what was found in a window. */
public interface WindowSink {
  /**
   * A window is full.
   *
   * @param firstSample number of its first sample in the recording
   * @param values {@code [channel][value]}, handed out for the call; NaN in a channel where a
   *     sample is missing
   */
  void window(long firstSample, double[][] values);
}
