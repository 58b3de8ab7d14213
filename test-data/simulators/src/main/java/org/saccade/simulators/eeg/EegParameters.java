package org.saccade.simulators.eeg;

/**
 * Sizes and rates of what belongs to a recording of a healthy person.
 *
 * @param background standard deviation of the background, µV
 * @param noise standard deviation of the amplifier's white noise, µV
 * @param line largest amplitude of the line, µV; each electrode has its own below it
 * @param lineHertz its frequency
 * @param rhythmHertz frequency of the rhythm
 * @param rhythmsPerMinute how often it sets in
 * @param blinksPerMinute how often
 * @param musclePerMinute how often muscles are tense
 * @param popsPerMinute how often any electrode jumps
 * @param resolution what one step of the amplifier is, µV; all values are whole steps
 * @param limit largest value of the amplifier, µV
 */
public record EegParameters(
    double background,
    double noise,
    double line,
    double lineHertz,
    double rhythmHertz,
    double rhythmsPerMinute,
    double blinksPerMinute,
    double musclePerMinute,
    double popsPerMinute,
    double resolution,
    double limit) {
  /** At rest, beside a 50 Hz line. */
  public static final EegParameters DEFAULTS =
      new EegParameters(12, 0.6, 6, 50, 10, 6, 8, 3, 1, 0.1, 3276.7);

  /** The same without rhythm, blinks, muscles and pops. */
  public EegParameters still() {
    return new EegParameters(
        background, noise, line, lineHertz, rhythmHertz, 0, 0, 0, 0, resolution, limit);
  }
}
