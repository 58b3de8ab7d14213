package org.saccade.operators.spikepoint;

/** How the numbers of groups and centroids come into the network. */
public enum InputCode {
  /**
   * As in the paper: a number v is a spike with probability v at every step. Differences to the
   * centroid have no sign, for there are no negative probabilities.
   */
  POISSON,
  /**
   * As currents: the first layers take the numbers themselves at every step, differences with their
   * sign, and make the first spikes. Nothing is drawn, and few steps are enough.
   */
  DIRECT
}
