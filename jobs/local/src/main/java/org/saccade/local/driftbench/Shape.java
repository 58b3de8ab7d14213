package org.saccade.local.driftbench;

/** How a change comes. */
public enum Shape {
  ABRUPT,
  GRADUAL,
  INCREMENTAL,
  RECURRING;

  private static final double RAMP = 200;
  private static final int SPELL = 60;

  /**
   * How much of the change is there, 0 to 1.
   *
   * @param since samples since the change began; below 0: before it
   * @param chance a random number, 0 to 1
   */
  double part(int since, double chance) {
    if (since < 0) {
      return 0;
    }
    double ramp = Math.min(1, since / RAMP);
    return switch (this) {
      case ABRUPT -> 1;
      case GRADUAL -> chance < ramp ? 1 : 0;
      case INCREMENTAL -> ramp;
      case RECURRING -> since / SPELL % 2 == 0 ? 1 : 0;
    };
  }
}
