package org.saccade.operators.signal.window;

/**
 * Windows by the number of their first sample: 0, step, 2 step, and so on, from the recording's
 * first sample on.
 *
 * @param length samples of a window, 1 to 2²⁰
 * @param step samples from one window's start to the next's, 1 to 2³⁰
 */
public record WindowParameters(int length, int step) {
  private static final int MAX_LENGTH = 1 << 20;

  public WindowParameters {
    if (length < 1 || length > MAX_LENGTH) {
      throw new IllegalArgumentException("length=" + length + " must be 1 to " + MAX_LENGTH);
    }
    if (step < 1 || step > 1 << 30) {
      throw new IllegalArgumentException("step=" + step + " must be 1 to " + (1 << 30));
    }
  }
}
