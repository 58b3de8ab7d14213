package org.saccade.simulators.gesture;

import org.saccade.simulators.random.CounterRandom;

/** A gesture made once by one subject: where both hands want to be at any time. */
final class Take {
  private final Gesture gesture;
  private final Subject subject;
  private final double amplitude;
  private final Clock clock;
  private final double tilt;
  private final double flat;
  private final Place offset;
  private final OtherMotion other;

  /**
   * @param variety which of the other motions
   * @param key of the clip
   */
  Take(Gesture gesture, Subject subject, int variety, long key) {
    this.gesture = gesture;
    this.subject = subject;
    // How this person makes this gesture, and how this clip of it differs.
    Draws habit = new Draws(CounterRandom.key(subject.key(), 100 + gesture.ordinal()));
    Draws d = new Draws(key);
    double tempo = subject.tempo() * habit.between(0.85, 1.15) * d.between(0.93, 1.07);
    amplitude = subject.amplitude() * habit.between(0.9, 1.1) * d.between(0.95, 1.05);
    tilt = subject.tilt() + habit.between(-0.15, 0.15) + d.between(-0.05, 0.05);
    flat = habit.between(0.8, 1.2);
    offset =
        new Place(habit.between(-0.06, 0.06), habit.between(-0.08, 0.08), habit.between(-0.1, 0.1))
            .plus(d.between(-0.02, 0.02), d.between(-0.02, 0.02), 0);
    clock = new Clock(gesture.hertz() * tempo, d);
    other = new OtherMotion(subject, variety, d);
  }

  /**
   * @param side -1: the right arm, at the left of the image; 1: the left arm
   */
  Reach at(int side, double seconds) {
    double phase = clock.phase(seconds);
    double a = amplitude * clock.swell(seconds);
    switch (gesture) {
      case HAND_CLAPPING:
        return clapping(side, phase, a);
      case RIGHT_HAND_WAVE:
        return side < 0 ? waving(side, phase, a) : subject.resting(side);
      case LEFT_HAND_WAVE:
        return side > 0 ? waving(side, phase, a) : subject.resting(side);
      case RIGHT_ARM_CLOCKWISE:
        return side < 0 ? circling(side, phase, a) : subject.resting(side);
      case RIGHT_ARM_COUNTER_CLOCKWISE:
        return side < 0 ? circling(side, -phase, a) : subject.resting(side);
      case LEFT_ARM_CLOCKWISE:
        return side > 0 ? circling(side, phase, a) : subject.resting(side);
      case LEFT_ARM_COUNTER_CLOCKWISE:
        return side > 0 ? circling(side, -phase, a) : subject.resting(side);
      case ARM_ROLL:
        return rolling(side, subject.rollsForward() ? phase : -phase, a);
      case AIR_DRUMS:
        return drumming(side, phase, a);
      case AIR_GUITAR:
        boolean strums = side < 0 != subject.leftHanded();
        return strums ? strumming(side, phase, a) : fretting(side, phase, a);
      default:
        return other.at(side, phase, a);
    }
  }

  /** Both hands before the chest, apart and together. */
  private Reach clapping(int side, double phase, double a) {
    double open = 0.5 + 0.5 * StrictMath.cos(phase);
    Place hand = new Place(side * (0.07 + 0.45 * a * open), 0.3 + 0.05 * open, 0.55);
    return new Reach(hand.plus(offset), elbowOut(side));
  }

  /** The forearm up, turning about the elbow. */
  private Reach waving(int side, double phase, double a) {
    double angle = 0.6 * a * StrictMath.sin(phase) + 0.15 * side + 0.5 * tilt;
    Place elbow = subject.shoulder(side).plus(side * 0.3 * flat, 0.32, 0.2).plus(offset);
    double fore = subject.fore();
    Place hand =
        elbow.plus(fore * StrictMath.sin(angle), -fore * StrictMath.cos(angle), 0.1 * fore);
    return new Reach(hand, elbow);
  }

  /** The whole arm in a circle before and beside the shoulder; growing phase is clockwise. */
  private Reach circling(int side, double phase, double a) {
    double radius = 0.46 * a;
    double u = radius * flat * StrictMath.cos(phase);
    double v = radius / flat * StrictMath.sin(phase);
    double c = StrictMath.cos(tilt);
    double s = StrictMath.sin(tilt);
    Place hand =
        subject.shoulder(side).plus(side * 0.22 + c * u - s * v, -0.02 + s * u + c * v, 0.45);
    return new Reach(hand.plus(offset), elbowOut(side));
  }

  /** Forearms level before the chest, one about the other. */
  private Reach rolling(int side, double phase, double a) {
    double turned = side < 0 ? phase : phase + Math.PI;
    double v = 0.2 * a * StrictMath.sin(turned);
    double w = 0.2 * a * StrictMath.cos(turned);
    Place hand = new Place(-side * 0.1 + 0.3 * tilt * v, 0.38 + v, 0.5 + w);
    return new Reach(hand.plus(offset), subject.shoulder(side).plus(side * 0.35, 0.4 + v, 0.2 + w));
  }

  /** Both hands down on drums in turn, quickly down and slowly up. */
  private Reach drumming(int side, double phase, double a) {
    double turned = side < 0 ? phase / 2 : phase / 2 + Math.PI / 2;
    double up = Math.abs(StrictMath.sin(turned));
    double along = 0.08 * StrictMath.sin(phase / 7);
    Place hand = new Place(side * 0.32 * flat + along, 0.62 - 0.4 * a * up, 0.6 + 0.1 * up);
    return new Reach(hand.plus(offset), elbowOut(side));
  }

  /** Up and down over the strings at the belly. */
  private Reach strumming(int side, double phase, double a) {
    double v = StrictMath.sin(phase);
    Place hand = new Place(side * 0.08 + 0.05 * v, 0.6 + 0.16 * a * v, 0.35);
    return new Reach(hand.plus(offset), elbowOut(side));
  }

  /** Along the neck of the guitar, out to the side. */
  private Reach fretting(int side, double phase, double a) {
    double along = 0.08 * a * StrictMath.sin(phase / 5) + 0.01 * StrictMath.sin(3 * phase);
    Place hand = new Place(side * (0.68 + along), 0.2 - 0.35 * along + 0.3 * tilt * side, 0.3);
    return new Reach(hand.plus(offset), elbowOut(side));
  }

  private Place elbowOut(int side) {
    return subject.shoulder(side).plus(side * 0.4, 0.6, 0.1);
  }
}
