package org.saccade.operators.microsaccade;

/**
 * A microsaccade of one eye.
 *
 * @param onset first sample above the threshold, from 0
 * @param end last sample above it
 * @param peakVelocity largest speed from onset to end, the end excluded as the toolbox does, deg/s
 * @param dx position at the end less that at the onset, horizontal, degrees
 * @param dy vertical
 * @param amplitudeX largest less smallest position from onset to end, with the sign of their order:
 *     negative where the smallest comes last; horizontal, degrees
 * @param amplitudeY vertical
 */
public record EyeMovement(
    long onset,
    long end,
    double peakVelocity,
    double dx,
    double dy,
    double amplitudeX,
    double amplitudeY) {

  /** Samples from onset to end, both included. */
  public long duration() {
    return end - onset + 1;
  }

  /** √(dx² + dy²), degrees. */
  public double distance() {
    return Math.sqrt(dx * dx + dy * dy);
  }

  /** √(amplitudeX² + amplitudeY²), degrees. */
  public double amplitude() {
    return Math.sqrt(amplitudeX * amplitudeX + amplitudeY * amplitudeY);
  }

  /** Angle of the amplitude, radians, counter-clockwise from the right where y points up. */
  public double direction() {
    return StrictMath.atan2(amplitudeY, amplitudeX);
  }
}
