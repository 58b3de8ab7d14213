package org.saccade.benchmarks.vision;

import org.saccade.operators.corner.CornerDetector;
import org.saccade.operators.corner.CornerParameters;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.scene.BouncingBox;

/** Corner events beside the four corners of a box that moves. */
final class CornerAccuracy {
  /** A corner event is right within this many pixels of a corner. */
  static final double NEAR = 3.5;

  /** A corner is to be found in every interval in which it has events around it. */
  static final long INTERVAL = 20_000;

  /** No corners are looked for this close to the frame's sides. */
  private static final int BORDER = 8;

  /**
   * @param events of the simulation
   * @param detected events flagged as corners
   * @param precision share of them within {@link #NEAR} of a corner
   * @param chance share of all events within {@link #NEAR} of a corner
   * @param recall share of the corners and intervals with events nearby that have a corner event
   *     nearby
   * @param reduction detected over events
   */
  record Result(
      int events, int detected, double precision, double chance, double recall, double reduction) {}

  private final BouncingBox box;
  private final double boxWidth;
  private final double boxHeight;
  private long interval = -1;
  private final int[] eventsNear = new int[4];
  private final int[] detectedNear = new int[4];
  private int asked;
  private int found;
  private int near;
  private int all;
  private int detected;
  private int right;

  private CornerAccuracy(BouncingBox box, double boxWidth, double boxHeight) {
    this.box = box;
    this.boxWidth = boxWidth;
    this.boxHeight = boxHeight;
  }

  static Result of(
      EventSimulation simulation,
      BouncingBox box,
      double boxWidth,
      double boxHeight,
      CornerParameters parameters) {
    CornerAccuracy accuracy = new CornerAccuracy(box, boxWidth, boxHeight);
    CornerDetector corners = new CornerDetector(parameters);
    corners.open(box.width(), box.height());
    EventBatch work = new EventBatch(1 << 12);
    simulation.run(
        batch -> {
          work.clear();
          work.append(batch, 0, batch.size());
          corners.process(work, batch.t(batch.size() - 1), output -> {});
          accuracy.add(batch, work);
        });
    accuracy.nextInterval(-1);
    return accuracy.result();
  }

  private void add(EventBatch events, EventBatch corners) {
    for (int i = 0, c = 0; i < events.size(); i++) {
      nextInterval(events.t(i) / INTERVAL);
      int corner = nearest(events.t(i), events.x(i) + 0.5, events.y(i) + 0.5);
      all++;
      boolean isDetected = c < corners.size() && same(events, i, corners, c);
      if (isDetected) {
        c++;
        detected++;
      }
      if (corner >= 0) {
        near++;
        eventsNear[corner]++;
        if (isDetected) {
          right++;
          detectedNear[corner]++;
        }
      }
    }
  }

  private static boolean same(EventBatch a, int i, EventBatch b, int j) {
    return a.t(i) == b.t(j) && a.x(i) == b.x(j) && a.y(i) == b.y(j) && a.p(i) == b.p(j);
  }

  /** The corner within {@link #NEAR}; -1 if there is none. */
  private int nearest(long t, double x, double y) {
    for (int k = 0; k < 4; k++) {
      double dx = x - box.left(t) - (k & 1) * boxWidth;
      double dy = y - box.top(t) - (k >> 1) * boxHeight;
      if (dx * dx + dy * dy <= NEAR * NEAR) {
        return k;
      }
    }
    return -1;
  }

  private void nextInterval(long next) {
    if (next == interval) {
      return;
    }
    for (int k = 0; k < 4; k++) {
      long middle = interval * INTERVAL + INTERVAL / 2;
      double x = box.left(middle) + (k & 1) * boxWidth;
      double y = box.top(middle) + (k >> 1) * boxHeight;
      boolean inside =
          x >= BORDER && y >= BORDER && x < box.width() - BORDER && y < box.height() - BORDER;
      if (interval >= 0 && inside && eventsNear[k] > 0) {
        asked++;
        found += detectedNear[k] > 0 ? 1 : 0;
      }
      eventsNear[k] = 0;
      detectedNear[k] = 0;
    }
    interval = next;
  }

  private Result result() {
    return new Result(
        all,
        detected,
        (double) right / detected,
        (double) near / all,
        (double) found / asked,
        (double) detected / all);
  }
}
