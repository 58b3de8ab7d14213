package org.saccade.operators.spikepoint;

/** The layers behind the groups, for all points at once: conv, residual, conv, residual, conv. */
final class LaneGlobal {
  private final LaneLayer[] layers;
  private final int points;
  private final float[][][] membranes;
  private final float[][][] spikes;
  private final float[][] current;

  LaneGlobal(LaneLayer[] layers, int points) {
    this.layers = layers;
    this.points = points;
    membranes = new float[layers.length][][];
    spikes = new float[layers.length][][];
    for (int i = 0; i < layers.length; i++) {
      int outputs = layers[i].outputs;
      membranes[i] = new float[outputs][points];
      spikes[i] = new float[outputs][points];
    }
    current = new float[LaneLayer.TILE][points];
  }

  private static boolean isResidual(int layer) {
    return layer % 2 == 1;
  }

  void reset() {
    LaneNetwork.zero(membranes);
  }

  /**
   * One step.
   *
   * @param in of every point what its group and its centroid said, 0 to 4
   * @param top takes at {@code step * c4 + channel} whether any point spiked there
   */
  void step(float[][] in, byte[] top, int step) {
    float[][] x = in;
    for (int i = 0; i < layers.length; i++) {
      layers[i].step(x, membranes[i], current, spikes[i], points);
      if (isResidual(i)) {
        for (int o = 0; o < x.length; o++) {
          Lanes.add(x[o], spikes[i][o], points);
        }
      }
      x = spikes[i];
    }
    for (int o = 0; o < x.length; o++) {
      top[step * x.length + o] = (byte) (Lanes.any(x[o], points) ? 1 : 0);
    }
  }

  /** Spikes of a layer in the last step, [channel][point]; of a residual the sums. */
  float[][] spikes(int layer) {
    return spikes[layer];
  }
}
