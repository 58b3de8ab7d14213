package org.saccade.simulators.gesture;

import java.util.Locale;

/** The classes of DVS128 Gesture, in the order of their numbers, which count from 1. */
public enum Gesture {
  HAND_CLAPPING(2.0),
  RIGHT_HAND_WAVE(1.8),
  LEFT_HAND_WAVE(1.8),
  RIGHT_ARM_CLOCKWISE(0.95),
  RIGHT_ARM_COUNTER_CLOCKWISE(0.95),
  LEFT_ARM_CLOCKWISE(0.95),
  LEFT_ARM_COUNTER_CLOCKWISE(0.95),
  ARM_ROLL(1.4),
  AIR_DRUMS(2.0),
  AIR_GUITAR(2.4),
  OTHER_GESTURES(1.0);

  private final double hertz;

  Gesture(double hertz) {
    this.hertz = hertz;
  }

  /** Name in the data set: {@code hand_clapping}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Number in the data set, from 1. */
  public int number() {
    return ordinal() + 1;
  }

  /** Repetitions a second of an average subject. */
  double hertz() {
    return hertz;
  }
}
