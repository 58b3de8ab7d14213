package org.saccade.simulators.scene;

/**
 * A periodic pattern along one axis: from the start of each period a figure of some length, then
 * background.
 */
final class Stripes {
  private final double period;
  private final double length;

  Stripes(double period, double length) {
    this.period = period;
    this.length = length;
  }

  /** Share of the interval [z − half, z + half] that figures cover, 0 to 1. */
  double share(double z, double half) {
    double covered = (below(z + half) - below(z - half)) / (2 * half);
    return Math.min(1, Math.max(0, covered));
  }

  /** Is z inside of a figure? */
  boolean covers(double z) {
    return z - period * Math.floor(z / period) < length;
  }

  /** Length of figure between 0 and z; negative below 0. */
  private double below(double z) {
    double periods = Math.floor(z / period);
    return periods * length + Math.min(z - periods * period, length);
  }
}
