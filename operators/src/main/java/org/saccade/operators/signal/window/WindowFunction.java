package org.saccade.operators.signal.window;

/** Numbers that describe one channel's samples of a window; it keeps nothing between windows. */
public interface WindowFunction {
  /** How many numbers. */
  int values();

  /**
   * Finds the numbers.
   *
   * @param x as many samples as a window has, all measured; may be overwritten
   * @param out where they go
   * @param at place of the first in it
   */
  void apply(double[] x, double[] out, int at);
}
