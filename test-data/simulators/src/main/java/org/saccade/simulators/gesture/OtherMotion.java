package org.saccade.simulators.gesture;

/** The motion of a clip of {@code other_gestures}: one of seven, with one arm or both. */
final class OtherMotion {
  private static final int KINDS = 7;
  private static final int WAVES = 3;

  private final Subject subject;
  private final int kind;
  private final boolean right;
  private final boolean left;
  private final double lag;
  private final double[][] wander = new double[2 * 3][2 * WAVES];

  /**
   * @param variety which motion, modulo their number
   */
  OtherMotion(Subject subject, int variety, Draws d) {
    this.subject = subject;
    kind = Math.floorMod(variety, KINDS);
    int arms = d.below(3);
    right = arms != 1;
    left = arms != 0;
    lag = d.chance(0.5) ? 0 : Math.PI;
    for (double[] axis : wander) {
      for (int w = 0; w < WAVES; w++) {
        axis[2 * w] = d.between(0.3, 2.2);
        axis[2 * w + 1] = d.between(0, 2 * Math.PI);
      }
    }
  }

  Reach at(int side, double phase, double a) {
    if (side < 0 ? !right : !left) {
      return subject.resting(side);
    }
    double p = side < 0 ? phase : phase + lag;
    double s = StrictMath.sin(p);
    double c = StrictMath.cos(p);
    Place shoulder = subject.shoulder(side);
    Place hint = shoulder.plus(side * 0.4, 0.6, 0.1);
    switch (kind) {
      case 0: // raising and lowering the stretched arm at the side
        double angle = 1.2 * a * s;
        Place raised = new Place(side * StrictMath.cos(angle), StrictMath.sin(angle), 0.1);
        return new Reach(shoulder.plus(raised.times(0.95)), hint);
      case 1: // an eight before the chest
        return new Reach(shoulder.plus(side * 0.1 + 0.4 * a * s, 0.1 + 0.5 * a * s * c, 0.5), hint);
      case 2: // pushing away and drawing back
        return new Reach(shoulder.plus(0, 0.15, 0.62 + 0.3 * a * s), hint);
      case 3: // wiping level from side to side
        return new Reach(shoulder.plus(0.5 * a * s, 0.2, 0.5), hint);
      case 4: // to the head and away
        return new Reach(
            new Place(side * (0.25 + 0.3 * (1 + s)), -0.35 + 0.35 * (1 + s), 0.3), hint);
      case 5: // chopping downwards
        return new Reach(shoulder.plus(side * 0.05, 0.1 + 0.55 * a * s, 0.45), hint);
      default:
        return new Reach(wandering(side, phase, a), hint);
    }
  }

  /** Three waves an axis, of no common period. */
  private Place wandering(int side, double phase, double a) {
    double[] sum = new double[3];
    for (int k = 0; k < 3; k++) {
      double[] axis = wander[(side < 0 ? 0 : 3) + k];
      for (int w = 0; w < WAVES; w++) {
        sum[k] += StrictMath.sin(axis[2 * w] * phase + axis[2 * w + 1]) / WAVES;
      }
    }
    return subject
        .shoulder(side)
        .plus(side * 0.15 + 0.6 * a * sum[0], 0.15 + 0.6 * a * sum[1], 0.45 + 0.3 * sum[2]);
  }
}
