package org.saccade.simulators.gesture;

import org.saccade.simulators.random.CounterRandom;

/**
 * One person, as they look and move.
 *
 * @param number from 1
 * @param key of what this person draws
 * @param armLength share of the frame's lesser side, shoulder to hand
 * @param centreX share of the columns at which the neck is
 * @param shoulderY share of the rows
 * @param shoulders half the distance between the shoulders, arm lengths
 * @param upper length of the upper arm, arm lengths; the forearm has the rest
 * @param girth radius of the upper arm, arm lengths
 * @param handRadius arm lengths
 * @param headRadius arm lengths
 * @param shirt natural-log contrast of the clothes to the background, either sign
 * @param sleeve natural-log contrast of the sleeves to the rest of the clothes
 * @param shortSleeves whether the forearms are bare
 * @param skin natural-log contrast of face and hands to the background, either sign
 * @param folds share by which stripes along the sleeves are brighter and darker
 * @param background luminance
 * @param tempo factor of all speeds
 * @param amplitude factor of all motions
 * @param tilt of the planes of motion, radians
 * @param leftHanded whether the left hand strums
 * @param rollsForward direction of the arm roll
 * @param handOnHip whether the arm that rests is bent
 */
public record Subject(
    int number,
    long key,
    double armLength,
    double centreX,
    double shoulderY,
    double shoulders,
    double upper,
    double girth,
    double handRadius,
    double headRadius,
    double shirt,
    double sleeve,
    boolean shortSleeves,
    double skin,
    double folds,
    double background,
    double tempo,
    double amplitude,
    double tilt,
    boolean leftHanded,
    boolean rollsForward,
    boolean handOnHip) {

  /** The person of a number under a seed. */
  public static Subject of(long seed, int number) {
    long key = CounterRandom.key(seed, number);
    Draws d = new Draws(key);
    double sign = d.sign();
    return new Subject(
        number,
        key,
        d.between(0.29, 0.38),
        d.between(0.44, 0.56),
        d.between(0.36, 0.48),
        d.between(0.27, 0.37),
        d.between(0.48, 0.56),
        d.between(0.075, 0.125),
        d.between(0.09, 0.13),
        d.between(0.17, 0.23),
        sign * d.between(0.35, 0.8),
        d.sign() * d.between(0.1, 0.4),
        d.chance(0.5),
        (d.chance(0.7) ? sign : -sign) * d.between(0.3, 0.8),
        d.between(0.05, 0.3),
        d.between(60, 110),
        d.between(0.75, 1.3),
        d.between(0.75, 1.2),
        d.between(-0.3, 0.3),
        d.chance(0.1),
        d.chance(0.6),
        d.chance(0.2));
  }

  double fore() {
    return 1 - upper;
  }

  /**
   * @param side -1: the right arm, at the left of the image; 1: the left arm
   */
  Place shoulder(int side) {
    return new Place(side * shoulders, 0, 0);
  }

  /** An arm that does nothing. */
  Reach resting(int side) {
    Place shoulder = shoulder(side);
    Place hint = shoulder.plus(side * 0.6, 0.5, -0.3);
    return handOnHip
        ? new Reach(new Place(side * shoulders * 0.9, 0.72, 0.12), hint)
        : new Reach(shoulder.plus(side * 0.12, 0.97, 0.08), hint);
  }
}
