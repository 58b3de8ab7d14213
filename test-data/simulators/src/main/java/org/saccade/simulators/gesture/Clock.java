package org.saccade.simulators.gesture;

/** How phase and amplitude of one clip go on: nobody keeps time exactly. */
final class Clock {
  private static final double TURN = 2 * Math.PI;
  private static final double DRIFT_HERTZ = 0.31;
  private static final double DRIFT = 0.5;
  private static final double SWELL_HERTZ = 0.17;
  private static final double SWELL = 0.12;

  private final double hertz;
  private final double start;
  private final double drift;
  private final double swell;

  Clock(double hertz, Draws draws) {
    this.hertz = hertz;
    start = draws.between(0, TURN);
    drift = draws.between(0, TURN);
    swell = draws.between(0, TURN);
  }

  /** Radians; grows with time. */
  double phase(double seconds) {
    return TURN * hertz * seconds
        + start
        + DRIFT * StrictMath.sin(TURN * DRIFT_HERTZ * seconds + drift);
  }

  /** Factor of the amplitude, around 1. */
  double swell(double seconds) {
    return 1 + SWELL * StrictMath.sin(TURN * SWELL_HERTZ * seconds + swell);
  }
}
