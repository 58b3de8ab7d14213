package org.saccade.operators.spikepoint;

/**
 * The part of the network that is the same for every point: from a group's spikes to c4 spikes.
 * Membranes of all points are kept, so that the steps may be run some at a time.
 */
interface PointLayers {
  /** Forgets: every membrane is 0. */
  void reset();

  /**
   * Runs steps {@code from} to {@code to} (exclusive) of every point.
   *
   * @param top takes at {@code step * c4 + channel} whether any point spiked there
   */
  void run(RateCode code, int from, int to, byte[] top);
}
