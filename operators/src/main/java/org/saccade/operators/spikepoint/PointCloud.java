package org.saccade.operators.spikepoint;

import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.batch.EventBatch;

/** The points of a window: N of its events, in their order, with coordinates of 0 to 1. */
public final class PointCloud {
  private final int[] chosen;
  private final double[] x;
  private final double[] y;
  private final double[] z;

  /**
   * @param points N, at least 1
   */
  public PointCloud(int points) {
    Checks.range("points", points, 1, 1 << 14);
    chosen = new int[points];
    x = new double[points];
    y = new double[points];
    z = new double[points];
  }

  public int size() {
    return x.length;
  }

  double x(int i) {
    return x[i];
  }

  double y(int i) {
    return y[i];
  }

  double z(int i) {
    return z[i];
  }

  /**
   * Draws N of the events, each set of N as likely as any other (Knuth, The Art of Computer
   * Programming, volume 2, algorithm S); of fewer than N, N times any of them.
   *
   * @param window its events, at least one, in the order of their times
   * @param width of the sensor, pixels: x becomes x / width
   * @param height of the sensor, pixels
   * @param seed of the draws
   */
  public void sample(EventBatch window, int width, int height, long seed) {
    int events = window.size();
    if (events == 0) {
      throw new IllegalArgumentException("a window without events has no points");
    }
    choose(events, new SplitMix(seed));
    long first = window.t(chosen[0]);
    double duration = window.t(chosen[chosen.length - 1]) - first + 1e-6;
    for (int i = 0; i < chosen.length; i++) {
      int event = chosen[i];
      x[i] = (double) window.x(event) / width;
      y[i] = (double) window.y(event) / height;
      z[i] = (window.t(event) - first) / duration;
    }
  }

  private void choose(int events, SplitMix random) {
    int needed = chosen.length;
    if (events < needed) {
      for (int i = 0; i < needed; i++) {
        chosen[i] = random.nextInt(events);
      }
      Arrays.sort(chosen);
      return;
    }
    int taken = 0;
    for (int i = 0; taken < needed; i++) {
      if ((events - i) * random.nextDouble() < needed - taken) {
        chosen[taken++] = i;
      }
    }
  }
}
