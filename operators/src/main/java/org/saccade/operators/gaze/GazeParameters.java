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
 * @param trialSeconds trials up to this long are also detected as a whole when they end; 0: none
 * @param trialMarkers the markers that delimit trials; null: trials end with a session, or where a
 *     channel of type STIM changes
 */
public record GazeParameters(
    double lambda,
    int minDuration,
    double windowSeconds,
    boolean eachEye,
    double minIntervalMillis,
    double maxAmplitude,
    double trialSeconds,
    TrialMarkers trialMarkers)
    implements Serializable {
  /** λ = 6, three samples, 15 s, paired eyes, no rules, no whole trials. */
  public static final GazeParameters DEFAULTS =
      new GazeParameters(6, 3, 15, false, 0, Double.POSITIVE_INFINITY, 0, null);

  private static final long serialVersionUID = 2L;

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
    if (trialMarkers != null && trialSeconds == 0) {
      throw new IllegalArgumentException(
          "markers delimit trials, but trials of 0 s: tell how long one is at most");
    }
  }

  /** With whole trials up to so long. */
  public GazeParameters withTrials(double seconds) {
    return new GazeParameters(
        lambda,
        minDuration,
        windowSeconds,
        eachEye,
        minIntervalMillis,
        maxAmplitude,
        seconds,
        trialMarkers);
  }

  /** With whole trials up to so long between markers. */
  public GazeParameters withTrials(double seconds, TrialMarkers markers) {
    return new GazeParameters(
        lambda,
        minDuration,
        windowSeconds,
        eachEye,
        minIntervalMillis,
        maxAmplitude,
        seconds,
        markers);
  }

  /** With a threshold, and with movements of each eye. */
  public GazeParameters withEachEye(double threshold) {
    return new GazeParameters(
        threshold,
        minDuration,
        windowSeconds,
        true,
        minIntervalMillis,
        maxAmplitude,
        trialSeconds,
        trialMarkers);
  }

  /** What outputs depend on, as text; without markers, that of releases that knew none. */
  String decisive() {
    String all =
        "GazeParameters[lambda="
            + lambda
            + ", minDuration="
            + minDuration
            + ", windowSeconds="
            + windowSeconds
            + ", eachEye="
            + eachEye
            + ", minIntervalMillis="
            + minIntervalMillis
            + ", maxAmplitude="
            + maxAmplitude
            + ", trialSeconds="
            + trialSeconds
            + "]";
    return trialMarkers == null ? all : all + trialMarkers;
  }

  /** Samples of the longest trial. */
  int trialSamples(double rate) {
    return (int) Math.min(MAX_SAMPLES, Math.round(trialSeconds * rate));
  }

  /** Samples that are kept for markers that come late. */
  int waitSamples(double rate) {
    return (int) Math.min(MAX_SAMPLES, Math.round(trialMarkers.waitSeconds() * rate));
  }

  /** Most samples of a trial, and again of those kept behind it. */
  private static final int MAX_SAMPLES = (1 << 23) - 1;
}
