package org.saccade.operators.spikepoint;

/** A conv and the bottleneck behind it, whose spikes are added to the conv's, for some lanes. */
final class LaneBottleneck {
  private final LaneLayer[] layers;
  private final float[][][] spikes;

  LaneBottleneck(LaneLayer conv, LaneLayer down, LaneLayer up, int lanes, LaneRows rows) {
    layers = new LaneLayer[] {conv, down, up};
    spikes = membranes(lanes, rows);
  }

  /** Membranes of {@code lanes} lanes: [layer][channel][lane]. */
  float[][][] membranes(int lanes, LaneRows rows) {
    float[][][] membranes = new float[layers.length][][];
    for (int i = 0; i < layers.length; i++) {
      membranes[i] = rows.plane(layers[i].outputs, lanes);
    }
    return membranes;
  }

  /**
   * One step: what goes on, 0 to 2 a channel and lane, in the arrays of the last layer's spikes;
   * the caller may overwrite it.
   */
  float[][] step(float[][] in, float[][][] membranes, int lanes) {
    float[][] x = in;
    for (int i = 0; i < layers.length; i++) {
      layers[i].step(x, membranes[i], spikes[i], lanes);
      x = spikes[i];
    }
    for (int o = 0; o < x.length; o++) {
      Lanes.add(spikes[0][o], x[o], lanes);
    }
    return x;
  }

  /** Spikes of a layer in the last step, [channel][lane]; of the last layer the sums. */
  float[][] spikes(int layer) {
    return spikes[layer];
  }
}
