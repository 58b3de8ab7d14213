package org.saccade.operators.microsaccade;

/**
 * A microsaccade of both eyes: the largest of each eye in one cluster of overlapping movements.
 *
 * <p>All figures are made of the two as the toolbox makes them. Its end is the <em>earlier</em> of
 * the two ends, and its delay counts from onset to that end.
 */
public record BinocularMovement(EyeMovement left, EyeMovement right) {
  /** The earlier onset, sample. */
  public long onset() {
    return Math.min(left.onset(), right.onset());
  }

  /** The earlier end, sample. */
  public long end() {
    return Math.min(left.end(), right.end());
  }

  /** Mean of the two durations, samples. */
  public double duration() {
    return (left.duration() + right.duration()) / 2.0;
  }

  /** Samples from the earlier onset to the earlier end, both included. */
  public long delay() {
    return end() - onset() + 1;
  }

  /** Mean of the two, deg/s. */
  public double peakVelocity() {
    return (left.peakVelocity() + right.peakVelocity()) / 2;
  }

  /** Mean of the two distances, degrees. */
  public double distance() {
    return (left.distance() + right.distance()) / 2;
  }

  /** Angle of the mean displacement, radians. */
  public double distanceAngle() {
    return StrictMath.atan2((left.dy() + right.dy()) / 2, (left.dx() + right.dx()) / 2);
  }

  /** Mean of the two amplitudes, degrees. */
  public double amplitude() {
    return (left.amplitude() + right.amplitude()) / 2;
  }

  /** Angle of the mean amplitude, radians. */
  public double amplitudeAngle() {
    return StrictMath.atan2(
        (left.amplitudeY() + right.amplitudeY()) / 2, (left.amplitudeX() + right.amplitudeX()) / 2);
  }
}
