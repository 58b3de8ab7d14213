package org.saccade.simulators.gesture;

/**
 * An arm at one moment.
 *
 * @param shoulder where it begins
 * @param elbow at the length of the upper arm from it
 * @param hand at the length of the forearm from the elbow
 */
record Arm(Place shoulder, Place elbow, Place hand) {
  /** How near to stretched and to folded an arm gets. */
  private static final double MOST = 0.995;

  private static final double LEAST = 0.25;

  /**
   * The elbow by two-link inverse kinematics: on the circle of all places at both lengths, the one
   * nearest to the hint.
   *
   * @param upper length of the upper arm
   * @param fore length of the forearm
   */
  static Arm of(Place shoulder, Reach reach, double upper, double fore) {
    Place line = reach.hand().minus(shoulder);
    double wanted = line.length();
    Place along = wanted > 1e-9 ? line.times(1 / wanted) : new Place(0, 1, 0);
    double least = Math.max(LEAST, Math.abs(upper - fore) * 1.01);
    double distance = Math.max(least, Math.min(MOST * (upper + fore), wanted));
    double foot = (distance * distance + upper * upper - fore * fore) / (2 * distance);
    double radius = Math.sqrt(Math.max(0, upper * upper - foot * foot));
    Place centre = shoulder.plus(along.times(foot));
    Place side = reach.hint().minus(centre);
    side = side.minus(along.times(side.dot(along)));
    double length = side.length();
    if (length < 1e-9) {
      Place down = new Place(0, 1, 0.001);
      side = down.minus(along.times(down.dot(along)));
      length = side.length();
    }
    return new Arm(
        shoulder, centre.plus(side.times(radius / length)), shoulder.plus(along.times(distance)));
  }
}
