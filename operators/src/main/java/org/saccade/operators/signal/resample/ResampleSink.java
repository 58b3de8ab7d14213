package org.saccade.operators.signal.resample;

/** Takes samples of the new rate. */
public interface ResampleSink {
  /**
   * A sample. Numbers that are left out are missing in every channel.
   *
   * @param number at the new rate; number 0 is at the same time as number 0 of the old one
   * @param values a channel each, handed out for the call; NaN: missing
   */
  void sample(long number, double[] values);
}
