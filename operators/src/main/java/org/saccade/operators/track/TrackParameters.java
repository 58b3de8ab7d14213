package org.saccade.operators.track;

import org.saccade.operators.stage.EventStage;
import org.saccade.operators.stage.StageKind;
import org.saccade.operators.stage.StageParameters;

/**
 * How clusters are tracked.
 *
 * @param radius r, half of the side of the square that a cluster attracts events from, 1 to 4096
 *     pixels: a little more than the size of the largest thing, so that one that is first seen at
 *     its edge is one cluster
 * @param windowMicros T, 100 to 10^9 microseconds
 * @param leastEvents fewest events of a measurement, 1 to 10^6
 * @param birthWindows windows in a row with a measurement after which a candidate is a track, 1 to
 *     1000
 * @param coastWindows windows in a row without a measurement that a track lives through, 0 to 1000
 * @param mostClusters most clusters at a time, candidates too, 1 to 256
 * @param acceleration q, standard deviation of the acceleration, above 0 pixels/s²
 * @param measurement standard deviation of a measurement, above 0 pixels
 */
public record TrackParameters(
    int radius,
    long windowMicros,
    int leastEvents,
    int birthWindows,
    int coastWindows,
    int mostClusters,
    double acceleration,
    double measurement)
    implements StageParameters {
  private static final long serialVersionUID = 1L;

  /** 30 pixels, 10 ms, 10 events, born after 3 windows, 10 without, 64 clusters. */
  public static final TrackParameters DEFAULTS =
      new TrackParameters(30, 10_000, 10, 3, 10, 64, 1_000, 2);

  public TrackParameters {
    StageParameters.check("radius", radius, 1, 4096);
    StageParameters.check("windowMicros", windowMicros, 100, 1_000_000_000);
    StageParameters.check("leastEvents", leastEvents, 1, 1_000_000);
    StageParameters.check("birthWindows", birthWindows, 1, 1000);
    StageParameters.check("coastWindows", coastWindows, 0, 1000);
    StageParameters.check("mostClusters", mostClusters, 1, 256);
    above0("acceleration", acceleration);
    above0("measurement", measurement);
  }

  private static void above0(String name, double value) {
    if (!(value > 0 && value <= 1e9)) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and at most 10^9");
    }
  }

  /** With other clusters: how large, and of how many events a window. */
  public TrackParameters withClusters(int pixels, int events) {
    return new TrackParameters(
        pixels,
        windowMicros,
        events,
        birthWindows,
        coastWindows,
        mostClusters,
        acceleration,
        measurement);
  }

  /** With another window. */
  public TrackParameters withWindow(long micros) {
    return new TrackParameters(
        radius,
        micros,
        leastEvents,
        birthWindows,
        coastWindows,
        mostClusters,
        acceleration,
        measurement);
  }

  /** With other lives. */
  public TrackParameters withLives(int birth, int coast) {
    return new TrackParameters(
        radius, windowMicros, leastEvents, birth, coast, mostClusters, acceleration, measurement);
  }

  /** With other noise of the filter. */
  public TrackParameters withNoise(double q, double pixels) {
    return new TrackParameters(
        radius, windowMicros, leastEvents, birthWindows, coastWindows, mostClusters, q, pixels);
  }

  @Override
  public StageKind kind() {
    return StageKind.TRACKS;
  }

  @Override
  public String text() {
    return String.join(
        ",",
        "radius=" + radius,
        "window=" + windowMicros,
        "least=" + leastEvents,
        "birth=" + birthWindows,
        "coast=" + coastWindows,
        "most=" + mostClusters,
        "acceleration=" + acceleration,
        "measurement=" + measurement);
  }

  @Override
  public EventStage stage() {
    return new ClusterTracker(this);
  }
}
