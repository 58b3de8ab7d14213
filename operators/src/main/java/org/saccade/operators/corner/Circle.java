package org.saccade.operators.corner;

/**
 * Pixels on a circle around an event, in order around it, and the length of the newest arc among
 * their times.
 */
final class Circle {
  /** 16 pixels at radius 3; arcs of 3 to 6. */
  static final int[][] RADIUS_3 = {
    {0, 3}, {1, 3}, {2, 2}, {3, 1}, {3, 0}, {3, -1}, {2, -2}, {1, -3},
    {0, -3}, {-1, -3}, {-2, -2}, {-3, -1}, {-3, 0}, {-3, 1}, {-2, 2}, {-1, 3}
  };

  /** 20 pixels at radius 4; arcs of 4 to 8. */
  static final int[][] RADIUS_4 = {
    {0, 4}, {1, 4}, {2, 3}, {3, 2}, {4, 1}, {4, 0}, {4, -1}, {3, -2}, {2, -3}, {1, -4},
    {0, -4}, {-1, -4}, {-2, -3}, {-3, -2}, {-4, -1}, {-4, 0}, {-4, 1}, {-3, 2}, {-2, 3}, {-1, 4}
  };

  private final int[][] pixels;
  private final int least;
  private final int most;
  private int[] offsets = new int[0];
  private long[] ring = new long[0];

  /**
   * @param pixels {x, y} from the event
   * @param least L, fewest pixels of a corner's arc
   * @param most U, most pixels
   */
  Circle(int[][] pixels, int least, int most) {
    this.pixels = pixels;
    this.least = least;
    this.most = most;
  }

  /** Prepares for a surface of a stride. */
  void open(int stride) {
    offsets = new int[pixels.length];
    ring = new long[pixels.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = pixels[i][1] * stride + pixels[i][0];
    }
  }

  /** Whether the newest arc, or what it leaves of the circle, is as long as a corner's. */
  boolean isCorner(long[] times, int centre) {
    int arc = newestArc(times, centre);
    int rest = offsets.length - arc;
    return arc >= least && arc <= most || rest >= least && rest <= most;
  }

  /** Whether an arc as long as a corner's has pixels that are all newer than all others. */
  boolean hasNewerArc(long[] times, int centre) {
    int n = offsets.length;
    int newest = newest(times, centre);
    // Grown by the newer neighbour, an arc of any length that is newer than the rest is met.
    int right = newest;
    int left = newest;
    long oldest = ring[newest];
    for (int arc = 1; arc <= most; arc++) {
      long next = ring[right == n - 1 ? 0 : right + 1];
      long previous = ring[left == 0 ? n - 1 : left - 1];
      if (arc >= least && oldest > Math.max(next, previous) && isNewer(oldest, right, n - arc)) {
        return true;
      }
      if (next > previous) {
        right = right == n - 1 ? 0 : right + 1;
      } else {
        left = left == 0 ? n - 1 : left - 1;
      }
      oldest = Math.min(oldest, Math.max(next, previous));
    }
    return false;
  }

  /** Whether a time is newer than those of so many pixels to the right of one. */
  private boolean isNewer(long time, int right, int count) {
    int i = right;
    for (int k = 0; k < count; k++) {
      i = i == ring.length - 1 ? 0 : i + 1;
      if (ring[i] >= time) {
        return false;
      }
    }
    return true;
  }

  /** Reads the circle; the place of its newest pixel. */
  private int newest(long[] times, int centre) {
    int newest = 0;
    for (int i = 0; i < ring.length; i++) {
      ring[i] = times[centre + offsets[i]];
      newest = ring[i] > ring[newest] ? i : newest;
    }
    return newest;
  }

  /** Length of the newest arc, {@code least} to all of the circle. */
  int newestArc(long[] times, int centre) {
    int n = offsets.length;
    int newest = newest(times, centre);
    int right = newest == n - 1 ? 0 : newest + 1;
    int left = newest == 0 ? n - 1 : newest - 1;
    int arc = 1;
    long oldest = ring[newest];
    long oldestPassed = oldest;
    for (int passed = 2; passed <= n; passed++) {
      long time;
      if (ring[right] > ring[left]) {
        time = ring[right];
        right = right == n - 1 ? 0 : right + 1;
      } else {
        time = ring[left];
        left = left == 0 ? n - 1 : left - 1;
      }
      oldestPassed = Math.min(oldestPassed, time);
      if (passed <= least || time >= oldest) {
        arc = passed;
        oldest = oldestPassed;
      }
    }
    return arc;
  }
}
