package org.saccade.operators.spikepoint;

/** A layer in single precision, run for many points at once: a channel is an array of lanes. */
final class LaneLayer {
  /** Inputs that are added in one pass over the lanes. */
  private static final int PASS = 4;

  /** Outputs whose currents stay in a core's first cache while all inputs are added to them. */
  static final int TILE = 16;

  final int inputs;
  final int outputs;
  private final float[][] weights;
  private final float[] bias;
  private final float kept;
  private final boolean soft;
  private final int[] speaking;

  LaneLayer(SpikingLayer layer) {
    inputs = layer.inputs;
    outputs = layer.outputs;
    // Input `inputs` has no weight: it fills the last pass.
    weights = new float[outputs][inputs + 1];
    bias = new float[outputs];
    for (int o = 0; o < outputs; o++) {
      bias[o] = (float) layer.bias(o);
      for (int i = 0; i < inputs; i++) {
        weights[o][i] = (float) layer.weight(i, o);
      }
    }
    kept = (float) layer.kept();
    soft = layer.soft();
    speaking = new int[inputs + PASS];
  }

  /**
   * One step.
   *
   * @param in spikes, [inputs][lanes]
   * @param membranes changed, [outputs][lanes]
   * @param current overwritten, [{@link #TILE}][lanes]
   * @param out spikes, [outputs][lanes]
   */
  void step(float[][] in, float[][] membranes, float[][] current, float[][] out, int lanes) {
    int live = live(in, lanes);
    for (int from = 0; from < outputs; from += TILE) {
      int to = Math.min(from + TILE, outputs);
      for (int n = 0; n < live || n == 0; n += PASS) {
        pass(n, in, current, from, to, lanes);
      }
      for (int o = from; o < to; o++) {
        fire(membranes[o], current[o - from], out[o], lanes);
      }
    }
  }

  private void fire(float[] membranes, float[] current, float[] out, int lanes) {
    Lanes.fire(kept, membranes, current, out, lanes);
    if (soft) {
      Lanes.resetByOne(kept, membranes, current, out, lanes);
    } else {
      Lanes.resetToZero(kept, membranes, current, out, lanes);
    }
  }

  /** Adds four inputs to the currents of outputs {@code from} to {@code to}. */
  private void pass(int n, float[][] in, float[][] current, int from, int to, int lanes) {
    int a = speaking[n];
    int b = speaking[n + 1];
    int c = speaking[n + 2];
    int d = speaking[n + 3];
    float[] w = lanes(in, a);
    float[] x = lanes(in, b);
    float[] y = lanes(in, c);
    float[] z = lanes(in, d);
    for (int o = from; o < to; o++) {
      float[] by = weights[o];
      float[] sum = current[o - from];
      if (n == 0) {
        Lanes.set(bias[o], by[a], w, by[b], x, by[c], y, by[d], z, sum, lanes);
      } else {
        Lanes.add(by[a], w, by[b], x, by[c], y, by[d], z, sum, lanes);
      }
    }
  }

  private float[] lanes(float[][] in, int input) {
    return in[input < inputs ? input : 0];
  }

  /** How many channels spike in any lane; {@code speaking} begins with them. */
  private int live(float[][] in, int lanes) {
    int live = 0;
    for (int i = 0; i < inputs; i++) {
      if (Lanes.any(in[i], lanes)) {
        speaking[live++] = i;
      }
    }
    for (int i = live; i < live + PASS; i++) {
      speaking[i] = inputs;
    }
    return live;
  }
}
