package org.saccade.operators.signal.feature;

/** Takes features. */
public interface FeatureSink {
  /**
   * The value of a feature over a window.
   *
   * @param firstSample number of the window's first sample
   * @param endSample number of the sample behind its last
   */
  void feature(String name, long firstSample, long endSample, double value);
}
