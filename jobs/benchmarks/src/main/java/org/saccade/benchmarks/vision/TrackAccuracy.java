package org.saccade.benchmarks.vision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.saccade.operators.track.ClusterTracker;
import org.saccade.operators.track.TrackOutput;
import org.saccade.operators.track.TrackParameters;
import org.saccade.operators.track.TrackState;
import org.saccade.simulators.EventSimulation;

/** Tracks beside the things that move in a scene. */
final class TrackAccuracy {
  /** Things with a number each; a thing that comes back in is another one. */
  interface Things {
    int count();

    /** A number that is the same as long as the thing stays in the frame. */
    long name(int k, long timeMicros);

    double x(int k, long timeMicros);

    double y(int k, long timeMicros);
  }

  /**
   * @param things in the scene and time
   * @param tracks that were born
   * @param covered share of things and windows with a track within the radius
   * @param positionError root mean square distance of those, pixels
   * @param speedError root mean square difference of velocity, pixels a second
   * @param switches times that a thing's track is another than before
   * @param stray share of track outputs that belong to no thing
   */
  record Result(
      int things,
      int tracks,
      double covered,
      double positionError,
      double speedError,
      int switches,
      double stray) {}

  private final Things things;
  private final int width;
  private final int height;
  private final double radius;
  private final Map<Long, Long> trackOf = new HashMap<>();
  private final Set<Long> seen = new HashSet<>();
  private final Set<Long> tracks = new HashSet<>();
  private final List<TrackOutput> window = new ArrayList<>();
  private long windowEnd = -1;
  private long asked;
  private long covered;
  private double squares;
  private double speedSquares;
  private int switches;
  private long outputs;
  private long stray;

  private TrackAccuracy(Things things, int width, int height, double radius) {
    this.things = things;
    this.width = width;
    this.height = height;
    this.radius = radius;
  }

  /**
   * @param skip of the scene's begin, microseconds, in which tracks are being born
   */
  static Result of(
      EventSimulation simulation, TrackParameters parameters, Things things, long skip) {
    TrackAccuracy accuracy =
        new TrackAccuracy(
            things, simulation.scene().width(), simulation.scene().height(), parameters.radius());
    ClusterTracker tracker = new ClusterTracker(parameters);
    tracker.open(simulation.scene().width(), simulation.scene().height());
    simulation.run(
        batch ->
            tracker.process(
                batch,
                batch.t(batch.size() - 1),
                output -> accuracy.add((TrackOutput) output, skip)));
    accuracy.endWindow(skip);
    return accuracy.result();
  }

  private void add(TrackOutput output, long skip) {
    if (output.end() != windowEnd) {
      endWindow(skip);
      windowEnd = output.end();
    }
    if (output.state() != TrackState.ENDED) {
      window.add(output);
      tracks.add(output.track());
    }
  }

  private void endWindow(long skip) {
    if (windowEnd >= skip) {
      compare();
    }
    window.clear();
  }

  private void compare() {
    boolean[] owned = new boolean[window.size()];
    for (int k = 0; k < things.count(); k++) {
      double x = things.x(k, windowEnd);
      double y = things.y(k, windowEnd);
      if (x < radius || y < radius || x > width - radius || y > height - radius) {
        markNear(owned, x, y);
        continue;
      }
      seen.add(things.name(k, windowEnd));
      asked++;
      int nearest = markNear(owned, x, y);
      if (nearest >= 0) {
        take(k, window.get(nearest), x, y);
      }
    }
    for (int i = 0; i < owned.length; i++) {
      TrackOutput track = window.get(i);
      if (track.x() >= 0 && track.y() >= 0 && track.x() < width && track.y() < height) {
        outputs++;
        stray += owned[i] ? 0 : 1;
      }
    }
  }

  private int markNear(boolean[] owned, double x, double y) {
    int nearest = -1;
    double least = radius * radius;
    for (int i = 0; i < window.size(); i++) {
      double dx = window.get(i).x() - x;
      double dy = window.get(i).y() - y;
      double distance = dx * dx + dy * dy;
      owned[i] |= distance < radius * radius;
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  private void take(int k, TrackOutput track, double x, double y) {
    covered++;
    squares += (track.x() - x) * (track.x() - x) + (track.y() - y) * (track.y() - y);
    double dt = 1000;
    double vx = (things.x(k, windowEnd) - things.x(k, windowEnd - 1000)) / dt * 1e6;
    double vy = (things.y(k, windowEnd) - things.y(k, windowEnd - 1000)) / dt * 1e6;
    speedSquares += (track.vx() - vx) * (track.vx() - vx) + (track.vy() - vy) * (track.vy() - vy);
    Long before = trackOf.put(things.name(k, windowEnd), track.track());
    switches += before != null && before != track.track() ? 1 : 0;
  }

  private Result result() {
    return new Result(
        seen.size(),
        tracks.size(),
        (double) covered / asked,
        Math.sqrt(squares / covered),
        Math.sqrt(speedSquares / covered),
        switches,
        (double) stray / outputs);
  }
}
