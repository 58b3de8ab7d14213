package org.saccade.operators.signal.epoch;

/** Takes epochs. */
public interface EpochSink {
  /**
   * An epoch.
   *
   * @param marker its text or code
   * @param sample number of the marker's sample
   * @param values {@code [channel][sample]}, less the baseline; handed out for the call
   */
  void epoch(String marker, long sample, double[][] values);

  /**
   * A marker that has none.
   *
   * @param channel the first that is at fault; −1: it is no channel's
   */
  void rejected(String marker, long sample, Reason reason, int channel);
}
