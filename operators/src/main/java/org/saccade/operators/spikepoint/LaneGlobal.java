package org.saccade.operators.spikepoint;

/** The layers behind the groups, for some points at once: conv, residual, conv, residual, conv. */
final class LaneGlobal {
  private final LaneLayer[] layers;
  private final float[][][] spikes;
  private final int[] until;
  private final int[] open;

  LaneGlobal(LaneLayer[] layers, int lanes, LaneRows rows) {
    this.layers = layers;
    spikes = membranes(lanes, rows);
    until = new int[layers[layers.length - 1].outputs];
    open = new int[until.length];
  }

  /** Membranes of {@code lanes} points: [layer][channel][lane]. */
  float[][][] membranes(int lanes, LaneRows rows) {
    float[][][] membranes = new float[layers.length][][];
    for (int i = 0; i < layers.length; i++) {
      membranes[i] = rows.plane(layers[i].outputs, lanes);
    }
    return membranes;
  }

  private static boolean isResidual(int layer) {
    return layer % 2 == 1;
  }

  /**
   * Some points begin: what of the last layer must be known of them.
   *
   * @param from first step that they will run
   * @param to behind the last
   * @param ends whether no steps will follow, so that membranes need not be known behind the last
   *     step that matters
   */
  void begin(byte[] top, int from, int to, boolean ends) {
    for (int o = 0; o < until.length; o++) {
      int end = to;
      while (ends && end > from && top[(end - 1) * until.length + o] != 0) {
        end--;
      }
      until[o] = end;
    }
  }

  /**
   * One step. Of the last layer those channels are left out in which other points spiked at this
   * step and all that follow: only whether any did is asked.
   *
   * @param in of every point what its group and its centroid said, 0 to 4
   * @param top takes at {@code step * c4 + channel} whether any of the points spiked there; what
   *     was 1 stays 1
   */
  void step(float[][] in, float[][][] membranes, int lanes, byte[] top, int step) {
    float[][] x = in;
    int last = layers.length - 1;
    for (int i = 0; i < last; i++) {
      layers[i].step(x, membranes[i], spikes[i], lanes);
      if (isResidual(i)) {
        for (int o = 0; o < x.length; o++) {
          Lanes.add(x[o], spikes[i][o], lanes);
        }
      }
      x = spikes[i];
    }
    int count = 0;
    for (int o = 0; o < until.length; o++) {
      if (step < until[o]) {
        open[count++] = o;
      }
    }
    layers[last].step(x, membranes[last], spikes[last], lanes, open, count);
    for (int k = 0; k < count; k++) {
      int at = step * until.length + open[k];
      if (top[at] == 0 && Lanes.any(spikes[last][open[k]], lanes)) {
        top[at] = 1;
      }
    }
  }

  /** Spikes of a layer in the last step, [channel][point]; of a residual the sums. */
  float[][] spikes(int layer) {
    return spikes[layer];
  }
}
