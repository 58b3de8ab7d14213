package org.saccade.operators.spikepoint;

import java.util.stream.IntStream;

/** A layer in single precision, run for many points at once: a channel is an array of lanes. */
final class LaneLayer {
  /** Inputs that are added in one pass over the lanes. */
  private static final int PASS = 4;

  /** Outputs whose membranes stay in a core's first cache while all inputs are added to them. */
  private static final int TILE = 8;

  final int inputs;
  final int outputs;
  private final float[][] weights;
  private final float[] bias;
  private final float kept;
  private final boolean soft;
  private final int[] speaking;
  private final int[] all;

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
    all = IntStream.range(0, outputs).toArray();
  }

  /**
   * One step.
   *
   * @param in spikes, [inputs][lanes]
   * @param membranes changed, [outputs][lanes]
   * @param out spikes, [outputs][lanes]
   */
  void step(float[][] in, float[][] membranes, float[][] out, int lanes) {
    step(in, membranes, out, lanes, all, outputs);
  }

  /**
   * One step of some outputs; the others' membranes and spikes are left as they are.
   *
   * @param some begins with their numbers
   * @param count of them
   */
  void step(float[][] in, float[][] membranes, float[][] out, int lanes, int[] some, int count) {
    int live = live(in, lanes);
    for (int from = 0; from < count; from += TILE) {
      int to = Math.min(from + TILE, count);
      for (int n = 0; n < live || n == 0; n += PASS) {
        pass(n, in, membranes, some, from, to, lanes);
      }
      for (int k = from; k < to; k++) {
        int o = some[k];
        fire(membranes[o], out[o], lanes);
      }
    }
  }

  private void fire(float[] membranes, float[] out, int lanes) {
    Lanes.fire(membranes, out, lanes);
    if (soft) {
      Lanes.resetByOne(membranes, out, lanes);
    } else {
      Lanes.resetToZero(membranes, out, lanes);
    }
  }

  /** Adds four inputs to the membranes of outputs {@code from} to {@code to}. */
  private void pass(
      int n, float[][] in, float[][] membranes, int[] some, int from, int to, int lanes) {
    int a = speaking[n];
    int b = speaking[n + 1];
    int c = speaking[n + 2];
    int d = speaking[n + 3];
    float[] w = lanes(in, a);
    float[] x = lanes(in, b);
    float[] y = lanes(in, c);
    float[] z = lanes(in, d);
    for (int k = from; k < to; k++) {
      int o = some[k];
      float[] by = weights[o];
      float[] sum = membranes[o];
      if (n == 0) {
        Lanes.begin(kept, bias[o], by[a], w, by[b], x, by[c], y, by[d], z, sum, lanes);
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
