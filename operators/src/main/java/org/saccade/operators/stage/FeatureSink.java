package org.saccade.operators.stage;

/** Takes numbers over time. */
public interface FeatureSink {
  /**
   * @param name name of the feature
   * @param start sensor time from which it speaks, microseconds
   * @param end sensor time up to which it speaks, exclusive, microseconds; the feature's time
   */
  void feature(String name, long start, long end, double value);
}
