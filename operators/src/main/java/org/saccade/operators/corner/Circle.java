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

  /** Length of the newest arc, {@code least} to all of the circle. */
  int newestArc(long[] times, int centre) {
    int n = offsets.length;
    int newest = 0;
    for (int i = 0; i < n; i++) {
      ring[i] = times[centre + offsets[i]];
      newest = ring[i] > ring[newest] ? i : newest;
    }
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
