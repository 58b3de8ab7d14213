package org.saccade.operators.spikepoint;

import java.util.Arrays;

/**
 * The points' layers in double precision, one point after the other: the reference, and what spikes
 * exactly as PyTorch does.
 */
final class PointNetwork implements PointLayers {
  private final SpikePointParameters parameters;
  private final SpikingLayer[] layers;
  private final double[] memberTable;
  private final double[] centroidTable;
  private final double[] membranes;
  private final int stride;
  private final double[] current;
  private final byte[] first;
  private final byte[] half;
  private final byte[] second;
  private final byte[] local;
  private final byte[] pooled;
  private final byte[][] spikes;
  private final byte[][] residuals;
  private double nearest;

  /**
   * @param layers the first eleven of {@link Layer#of}
   */
  PointNetwork(SpikePointParameters parameters, SpikingLayer[] layers) {
    this.parameters = parameters;
    this.layers = layers;
    memberTable = layers[0].table();
    centroidTable = layers[3].table();
    stride =
        (int) SpikePointParameters.neuronsOfAPoint(parameters.neighbours(), parameters.widths());
    membranes = new double[stride * parameters.centroids()];
    int widest = Arrays.stream(layers).mapToInt(l -> l.outputs).max().orElseThrow();
    current = new double[widest];
    first = new byte[layers[0].outputs];
    half = new byte[layers[1].outputs];
    second = new byte[layers[2].outputs];
    local = new byte[layers[2].outputs];
    pooled = new byte[layers[2].outputs];
    spikes = new byte[layers.length][];
    residuals = new byte[layers.length][];
    for (int i = 6; i < layers.length; i++) {
      spikes[i] = new byte[layers[i].outputs];
      residuals[i] = new byte[layers[i].outputs];
    }
  }

  @Override
  public void reset() {
    Arrays.fill(membranes, 0);
    nearest = Double.POSITIVE_INFINITY;
  }

  @Override
  public void run(RateCode code, int from, int to, byte[] top) {
    byte[] last = spikes[layers.length - 1];
    for (int point = 0; point < parameters.centroids(); point++) {
      for (int step = from; step < to; step++) {
        step(code, step, point);
        int at = step * last.length;
        for (int o = 0; o < last.length; o++) {
          top[at + o] |= last[o];
        }
      }
    }
  }

  /** One step of one point; {@link #spikes} and {@link #sum} then have what its layers did. */
  void step(RateCode code, int step, int point) {
    int at = point * stride;
    Arrays.fill(pooled, (byte) 0);
    for (int k = 0; k < parameters.neighbours(); k++) {
      at = local(0, memberTable, code, step, point, k, at);
      for (int o = 0; o < pooled.length; o++) {
        pooled[o] = (byte) Math.max(pooled[o], local[o]);
      }
    }
    at = local(3, centroidTable, code, step, point, parameters.neighbours(), at);
    for (int o = 0; o < pooled.length; o++) {
      pooled[o] += local[o];
    }
    byte[] input = pooled;
    for (int i = 6; i < layers.length; i += 2) {
      at = layer(i, input, at, spikes[i]);
      input = spikes[i];
      if (i + 1 < layers.length) {
        at = layer(i + 1, input, at, spikes[i + 1]);
        add(spikes[i + 1], input, residuals[i + 1]);
        input = residuals[i + 1];
      }
    }
  }

  /**
   * Conv, of spikes by table, then the bottleneck, added to what went into it; leaves it in {@code
   * second}.
   */
  private int local(
      int layer, double[] table, RateCode code, int step, int point, int member, int from) {
    SpikingLayer conv = layers[layer];
    if (code.isDirect()) {
      conv.current(code.values(), code.at(point, member), current);
      near(conv.fire(current, 0, membranes, from, first));
    } else {
      int pattern = layer == 0 ? code.member(step, point, member) : code.centroid(step, point);
      near(conv.fire(table, pattern * conv.outputs, membranes, from, first));
    }
    int at = layer(layer + 1, first, from + conv.outputs, half);
    at = layer(layer + 2, half, at, second);
    add(second, first, local);
    return at;
  }

  private int layer(int layer, byte[] input, int at, byte[] out) {
    layers[layer].current(input, current);
    near(layers[layer].fire(current, 0, membranes, at, out));
    return at + layers[layer].outputs;
  }

  private void near(double distance) {
    nearest = Math.min(nearest, distance);
  }

  /** How near to the threshold any membrane came since the last reset. */
  double nearest() {
    return nearest;
  }

  private static void add(byte[] spikes, byte[] input, byte[] sum) {
    for (int o = 0; o < sum.length; o++) {
      sum[o] = (byte) (spikes[o] + input[o]);
    }
  }

  /** Spikes of a layer in the last step, of layers 3 to 10 in the order of {@link Layer#of}. */
  byte[] spikes(int layer) {
    return switch (layer) {
      case 3 -> first;
      case 4 -> half;
      case 5 -> second;
      default -> spikes[layer];
    };
  }

  /** What a layer handed on in the last step: its spikes, or a residual's sum. */
  byte[] left(int layer) {
    return layer > 6 && layer % 2 == 1 ? residuals[layer] : spikes(layer);
  }

  /** What neighbours and centroid said in the last step, added. */
  byte[] sum() {
    return pooled;
  }
}
