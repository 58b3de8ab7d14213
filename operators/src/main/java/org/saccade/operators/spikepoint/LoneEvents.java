package org.saccade.operators.spikepoint;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/**
 * Leaves out the events of a window that stand alone: those of noise and of hot pixels.
 *
 * <pre>
 *   event i stays  ⇔  some j of the window: |t_j - t_i| ≤ r,  max(|x_j - x_i|, |y_j - y_i|) = 1
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
   */
  public void leaveOut(EventBatch window, int width, int height) {
    int size = window.size();
    if (supported.length < size) {
      supported = new boolean[Math.max(size, 2 * supported.length)];
    }
    Arrays.fill(supported, 0, size, false);
    int stride = width + 2;
    begin(stride * (height + 2));
    for (int i = 0; i < size; i++) {
      look(window, i, stride, window.t(i));
    }
    begin(stride * (height + 2));
    for (int i = size - 1; i >= 0; i--) {
      look(window, i, stride, -window.t(i));
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

  /** By a clock that goes either way; the rim of a pixel all around is never written. */
  private void look(EventBatch window, int i, int stride, long time) {
    int at = (window.y(i) + 1) * stride + window.x(i) + 1;
    long since = time - reachMicros;
    supported[i] |=
        latest[at - stride - 1] >= since
            || latest[at - stride] >= since
            || latest[at - stride + 1] >= since
            || latest[at - 1] >= since
            || latest[at + 1] >= since
            || latest[at + stride - 1] >= since
            || latest[at + stride] >= since
            || latest[at + stride + 1] >= since;
    latest[at] = time;
  }
}
