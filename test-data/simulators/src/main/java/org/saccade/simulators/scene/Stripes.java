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

  /**
   * Share of the interval [z − half, z + half] that figures cover, 0 to 1.
   *
   * @param half at most half of the period
   */
  double share(double z, double half) {
    double from = withinPeriod(z - half);
    double to = from + 2 * half;
    double inThis = Math.max(0, Math.min(to, length) - from);
    double inNext = Math.max(0, Math.min(to - period, length));
    return Math.min(1, (inThis + inNext) / (2 * half));
  }

  /** Is z inside of a figure? */
  boolean covers(double z) {
    return withinPeriod(z) < length;
  }

  private double withinPeriod(double z) {
    return z - period * Math.floor(z / period);
  }
}
