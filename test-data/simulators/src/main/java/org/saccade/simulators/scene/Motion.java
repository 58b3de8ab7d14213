package org.saccade.simulators.scene;

/**
 * Image velocity, pixels a second.
 *
 * @param x to the right
 * @param y downwards
 */
public record Motion(double x, double y) {
  /** No motion. */
  public static final Motion STILL = new Motion(0, 0);

  /** Pixels a second along the direction of motion. */
  public double speed() {
    return StrictMath.hypot(x, y);
  }
}
