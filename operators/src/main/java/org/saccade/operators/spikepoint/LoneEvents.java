package org.saccade.operators.spikepoint;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/**
 * Leaves out the events of a window that stand alone: those of noise and of hot pixels.
 *
 * <pre>
 *   event i stays  ⇔  some j of the window: |t_j - t_i| ≤ r,  1 ≤ max(|x_j - x_i|, |y_j - y_i|) ≤ d
 * </pre>
 *
 * <p>Farthest-point sampling needs it: what is farthest from all others is noise, and where a
 * quarter of the events is noise most groups would stand about nothing. Support counts from before
 * and from after, so that the first events of an edge stay; a pixel does not support itself.
 */
public final class LoneEvents {
  private static final long NEVER = Long.MIN_VALUE / 2;

  private final long reachMicros;
  private long[] latest = {};
  private boolean[] supported = {};

  /**
   * @param reachMicros r, above 0
   */
  public LoneEvents(long reachMicros) {
    Checks.range("reachMicros", reachMicros, 1, 3_600_000_000L);
    this.reachMicros = reachMicros;
  }

  /**
   * Leaves them out.
   *
   * @param window in the order of its times; takes what stays
   * @param width all columns are below it
   * @param height all rows are below it
   * @param distance d, at least 1
   */
  public void leaveOut(EventBatch window, int width, int height, int distance) {
    int size = window.size();
    if (supported.length < size) {
      supported = new boolean[Math.max(size, 2 * supported.length)];
    }
    Arrays.fill(supported, 0, size, false);
    int stride = width + 2 * distance;
    int pixels = stride * (height + 2 * distance);
    begin(pixels);
    for (int i = 0; i < size; i++) {
      look(window, i, stride, distance, window.t(i));
    }
    begin(pixels);
    for (int i = size - 1; i >= 0; i--) {
      look(window, i, stride, distance, -window.t(i));
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (supported[i]) {
        window.t()[kept] = window.t()[i];
        window.x()[kept] = window.x()[i];
        window.y()[kept] = window.y()[i];
        window.p()[kept] = window.p()[i];
        kept++;
      }
    }
    window.size(kept);
  }

  private void begin(int pixels) {
    if (latest.length < pixels) {
      latest = new long[pixels];
    }
    Arrays.fill(latest, 0, pixels, NEVER);
  }

  /** By a clock that goes either way; the rim of pixels all around is never written. */
  private void look(EventBatch window, int i, int stride, int distance, long time) {
    int at = (window.y(i) + distance) * stride + window.x(i) + distance;
    long since = time - reachMicros;
    latest[at] = NEVER;
    boolean found = false;
    for (int row = at - distance * stride; row <= at + distance * stride; row += stride) {
      for (int pixel = row - distance; pixel <= row + distance; pixel++) {
        found |= latest[pixel] >= since;
      }
    }
    supported[i] |= found;
    latest[at] = time;
  }
}
