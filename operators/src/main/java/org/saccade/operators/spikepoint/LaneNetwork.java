package org.saccade.operators.spikepoint;

import java.util.Arrays;

/**
 * The points' layers in single precision, for many points at once: what a stream is classified
 * with. A channel is an array of lanes; a lane is a member of a group (member k of point p of a
 * block of P: {@code k * P + p}) or, behind the largest over the members, a point. The spikes are
 * those of {@link PointNetwork} until a membrane comes within 1e-5 of the threshold.
 */
final class LaneNetwork implements PointLayers {
  /** Lanes whose membranes and spikes stay in a core's second cache. */
  private static final int MEMBER_LANES = 768;

  /**
   * What groups say is kept for as many steps as fit into so many floats: those are run by a block
   * of members before the next, so that its membranes stay near.
   */
  private static final int MAX_POOLED = 1 << 21;

  private final int points;
  private final int neighbours;
  private final int block;
  private final LaneBottleneck members;
  private final float[][][][] memberMembranes;
  private final float[][] memberInput;
  private final float[] spare;
  private final LaneBottleneck centroids;
  private final float[][][] centroidMembranes;
  private final float[][] centroidInput;
  private final float[][][] pooled;
  private final LaneGlobal global;

  /**
   * @param layers the first eleven of {@link Layer#of}
   */
  LaneNetwork(SpikePointParameters parameters, SpikingLayer[] layers) {
    points = parameters.centroids();
    neighbours = parameters.neighbours();
    block = Math.min(points, Math.max(1, MEMBER_LANES / neighbours));
    LaneLayer[] l = Arrays.stream(layers).map(LaneLayer::new).toArray(LaneLayer[]::new);
    int lanes = block * neighbours;
    members = new LaneBottleneck(l[0], l[1], l[2], lanes);
    memberMembranes = new float[(points + block - 1) / block][][][];
    Arrays.setAll(memberMembranes, b -> members.membranes(lanes));
    memberInput = new float[l[0].inputs][lanes];
    spare = new float[lanes];
    centroids = new LaneBottleneck(l[3], l[4], l[5], points);
    centroidMembranes = centroids.membranes(points);
    centroidInput = new float[l[3].inputs][points];
    int chunk = Math.max(1, MAX_POOLED / (l[2].outputs * points));
    pooled = new float[Math.min(chunk, parameters.steps())][l[2].outputs][points];
    global = new LaneGlobal(Arrays.copyOfRange(l, 6, l.length), points);
  }

  @Override
  public void reset() {
    for (float[][][] membranes : memberMembranes) {
      zero(membranes);
    }
    zero(centroidMembranes);
    global.reset();
  }

  static void zero(float[][][] membranes) {
    for (float[][] layer : membranes) {
      for (float[] channel : layer) {
        Arrays.fill(channel, 0);
      }
    }
  }

  @Override
  public void run(RateCode code, int from, int to, byte[] top) {
    for (int begin = from; begin < to; begin += pooled.length) {
      int end = Math.min(begin + pooled.length, to);
      for (int b = 0; b < memberMembranes.length; b++) {
        for (int step = begin; step < end; step++) {
          members(code, step, b, pooled[step - begin]);
        }
      }
      for (int step = begin; step < end; step++) {
        global.step(sums(code, step, pooled[step - begin]), top, step);
      }
    }
  }

  /** One step of a block's members; leaves the largest of every group. */
  private void members(RateCode code, int step, int b, float[][] out) {
    int first = b * block;
    int size = Math.min(block, points - first);
    int lanes = size * neighbours;
    for (int p = 0; p < size; p++) {
      for (int k = 0; k < neighbours; k++) {
        if (code.isDirect()) {
          spread(code.values(), code.at(first + p, k), memberInput, k * size + p);
        } else {
          spread(code.member(step, first + p, k), memberInput, k * size + p);
        }
      }
    }
    float[][] said = members.step(memberInput, memberMembranes[b], lanes);
    for (int o = 0; o < said.length; o++) {
      Lanes.largest(said[o], neighbours, size, spare);
      System.arraycopy(said[o], 0, out[o], first, size);
    }
  }

  /** Adds what the centroids say to what the members said. */
  private float[][] sums(RateCode code, int step, float[][] said) {
    for (int p = 0; p < points; p++) {
      if (code.isDirect()) {
        spread(code.values(), code.at(p, neighbours), centroidInput, p);
      } else {
        spread(code.centroid(step, p), centroidInput, p);
      }
    }
    float[][] own = centroids.step(centroidInput, centroidMembranes, points);
    for (int o = 0; o < said.length; o++) {
      Lanes.add(own[o], said[o], points);
    }
    return said;
  }

  private static void spread(int pattern, float[][] input, int lane) {
    for (int c = 0; c < input.length; c++) {
      input[c][lane] = pattern >> c & 1;
    }
  }

  private static void spread(double[] values, int from, float[][] input, int lane) {
    for (int c = 0; c < input.length; c++) {
      input[c][lane] = (float) values[from + c];
    }
  }

  LaneBottleneck centroids() {
    return centroids;
  }

  LaneGlobal global() {
    return global;
  }
}
