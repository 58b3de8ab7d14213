package org.saccade.operators.gaze;

import java.io.Serializable;

/**
 * How microsaccades are detected on a stream.
 *
 * @param lambda threshold in median-based deviations
 * @param minDuration samples in a row above it
 * @param windowSeconds how far the threshold looks back, seconds in which the eye was seen
 * @param eachEye whether movements of each eye are sent too; else only while the other is not seen
 * @param minIntervalMillis what begins sooner after the one before is dropped; 0: nothing
 * @param maxAmplitude what is larger is dropped, degrees; infinite: nothing
 * @param trialSeconds sessions up to this long are also detected as a whole when they end; 0: none
 */
public record GazeParameters(
    double lambda,
    int minDuration,
    double windowSeconds,
    boolean eachEye,
    double minIntervalMillis,
    double maxAmplitude,
    double trialSeconds)
    implements Serializable {
  /** λ = 6, three samples, 20 s, paired eyes, no rules, no whole trials. */
  public static final GazeParameters DEFAULTS =
      new GazeParameters(6, 3, 20, false, 0, Double.POSITIVE_INFINITY, 0);

  private static final long serialVersionUID = 1L;

  public GazeParameters {
    if (!(minIntervalMillis >= 0) || !(maxAmplitude > 0) || !(trialSeconds >= 0)) {
      throw new IllegalArgumentException(
          "minIntervalMillis="
              + minIntervalMillis
              + " and trialSeconds="
              + trialSeconds
              + " must not be negative, maxAmplitude="
              + maxAmplitude
              + " must be above 0");
    }
  }

  /** With whole trials up to so long. */
  public GazeParameters withTrials(double seconds) {
    return new GazeParameters(
        lambda, minDuration, windowSeconds, eachEye, minIntervalMillis, maxAmplitude, seconds);
  }
}
