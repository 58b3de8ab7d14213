package org.saccade.operators.spikepoint;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The points' layers in single precision, for many points at once: what a stream is classified
 * with. A channel is an array of lanes; a lane is a member of a group (member k of point p of a
 * block of P: {@code k * P + p}) or, behind the largest over the members, a point. The spikes are
 * those of {@link PointNetwork} until a membrane comes within 1e-5 of the threshold.
 */
final class LaneNetwork implements PointLayers {
  /** Lanes whose membranes and spikes stay in a core's second cache. */
  private static final int MEMBER_LANES = 768;

  /** Points that go through the layers behind the groups together. */
  private static final int POINT_LANES = 896;

  /** Points that go first: in which channels they spike need not be asked of the others. */
  private static final int PILOT_LANES = 128;

  /**
   * What groups say is kept for as many steps as fit into so many floats: those are run by a block
   * of members before the next, so that its membranes stay near.
   */
  private static final int MAX_POOLED = 1 << 21;

  private final int points;
  private final int neighbours;
  private final int block;
  private final int wide;
  private final int steps;
  private final int[] starts;
  private final LaneBottleneck members;
  private final float[][][][] memberMembranes;
  private final float[][] memberInput;
  private final float[] spare;
  private final LaneBottleneck centroids;
  private final float[][][][] centroidMembranes;
  private final float[][] centroidInput;
  private final float[][][] pooled;
  private final LaneGlobal global;
  private final float[][][][] globalMembranes;

  /**
   * @param layers the first eleven of {@link Layer#of}
   */
  LaneNetwork(SpikePointParameters parameters, SpikingLayer[] layers) {
    points = parameters.centroids();
    neighbours = parameters.neighbours();
    block = Math.min(points, Math.max(1, MEMBER_LANES / neighbours));
    steps = parameters.steps();
    starts = starts();
    wide =
        IntStream.range(1, starts.length).map(w -> starts[w] - starts[w - 1]).max().orElseThrow();
    LaneRows rows = new LaneRows();
    LaneLayer[] l = Arrays.stream(layers).map(LaneLayer::new).toArray(LaneLayer[]::new);
    int lanes = block * neighbours;
    members = new LaneBottleneck(l[0], l[1], l[2], lanes, rows);
    memberMembranes = new float[(points + block - 1) / block][][][];
    Arrays.setAll(memberMembranes, b -> members.membranes(lanes, rows));
    memberInput = rows.plane(l[0].inputs, lanes);
    spare = new float[lanes];
    centroids = new LaneBottleneck(l[3], l[4], l[5], wide, rows);
    centroidMembranes = new float[starts.length - 1][][][];
    Arrays.setAll(centroidMembranes, b -> centroids.membranes(wide, rows));
    centroidInput = rows.plane(l[3].inputs, wide);
    int chunk = Math.max(1, MAX_POOLED / (l[2].outputs * wide));
    pooled = new float[Math.min(chunk, parameters.steps())][][];
    Arrays.setAll(pooled, step -> rows.plane(l[2].outputs, wide));
    global = new LaneGlobal(Arrays.copyOfRange(l, 6, l.length), wide, rows);
    globalMembranes = new float[centroidMembranes.length][][][];
    Arrays.setAll(globalMembranes, b -> global.membranes(wide, rows));
    rows.allocate();
  }

  /** Where wide blocks begin, and the end: all but the last at multiples of a member block. */
  private int[] starts() {
    if (points <= POINT_LANES) {
      return new int[] {0, points};
    }
    int pilot = multiple(PILOT_LANES);
    int others = multiple(POINT_LANES);
    int blocks = (points - pilot + others - 1) / others;
    int[] all = new int[blocks + 2];
    Arrays.setAll(all, w -> w == 0 ? 0 : Math.min(points, pilot + (w - 1) * others));
    return all;
  }

  private int multiple(int lanes) {
    return (lanes + block - 1) / block * block;
  }

  @Override
  public void reset() {
    zero(memberMembranes);
    zero(centroidMembranes);
    zero(globalMembranes);
  }

  private static void zero(float[][][][] membranes) {
    for (float[][][] ofBlock : membranes) {
      for (float[][] layer : ofBlock) {
        for (float[] channel : layer) {
          Arrays.fill(channel, 0);
        }
      }
    }
  }

  @Override
  public void run(RateCode code, int from, int to, byte[] top) {
    for (int w = 0; w < globalMembranes.length; w++) {
      int first = starts[w];
      int end = starts[w + 1];
      global.begin(top, from, to, to == steps);
      for (int step = from; step < to; step += pooled.length) {
        run(code, step, Math.min(step + pooled.length, to), w, first, end, top);
      }
    }
  }

  /** Runs steps of the points {@code first} to {@code end}, which are wide block {@code w}. */
  private void run(RateCode code, int from, int to, int w, int first, int end, byte[] top) {
    for (int point = first; point < end; point += block) {
      int size = Math.min(block, end - point);
      for (int step = from; step < to; step++) {
        members(code, step, point, size, pooled[step - from], point - first);
      }
    }
    int lanes = end - first;
    for (int step = from; step < to; step++) {
      float[][] said = pooled[step - from];
      centroids(code, step, w, first, lanes, said);
      global.step(said, globalMembranes[w], lanes, top, step);
    }
  }

  /** One step of a block's members; leaves the largest of every group. */
  private void members(RateCode code, int step, int first, int size, float[][] out, int at) {
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
    float[][] said = members.step(memberInput, memberMembranes[first / block], lanes);
    for (int o = 0; o < said.length; o++) {
      Lanes.largest(said[o], neighbours, size, spare);
      System.arraycopy(said[o], 0, out[o], at, size);
    }
  }

  /** Adds what the centroids say to what the members said. */
  private void centroids(RateCode code, int step, int w, int first, int lanes, float[][] said) {
    for (int p = 0; p < lanes; p++) {
      if (code.isDirect()) {
        spread(code.values(), code.at(first + p, neighbours), centroidInput, p);
      } else {
        spread(code.centroid(step, first + p), centroidInput, p);
      }
    }
    float[][] own = centroids.step(centroidInput, centroidMembranes[w], lanes);
    for (int o = 0; o < said.length; o++) {
      Lanes.add(own[o], said[o], lanes);
    }
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
