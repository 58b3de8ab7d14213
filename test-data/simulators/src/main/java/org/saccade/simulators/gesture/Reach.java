package org.saccade.simulators.gesture;

/**
 * Where a hand wants to be, and where the elbow would rather be.
 *
 * @param hand brought within the arm's reach by {@link Arm}
 * @param hint the elbow is as near to it as the links allow
 */
record Reach(Place hand, Place hint) {
  /** A share of the way to another. */
  Reach towards(Reach other, double share) {
    return new Reach(hand.towards(other.hand, share), hint.towards(other.hint, share));
  }
}
