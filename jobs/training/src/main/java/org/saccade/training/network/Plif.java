package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Neurons over all steps, with a gradient for the step that has none.
 *
 * <pre>
 *   H[t] = (1 - sigmoid(w)) V[t-1] + I[t]      S = H ≥ 1      V = H (1 - S), or H - S
 *   backward, dS/dH is α/2 / (1 + (α/2 π (H - 1))²): the derivative of atan(α/2 π x) / π + 1/2
 * </pre>
 *
 * <p>It is had without a function of our own in PyTorch's graph: S is {@code step(H) + (H - H')
 * g(H')} where H' is H cut off from the graph, so that the second term is 0 and its derivative g.
 * What the reset subtracts is cut off too, as SpikingJelly's {@code detach_reset} does.
 */
final class Plif {
  private final Through through;
  private final float half;
  private final boolean soft;

  /**
   * @param alpha how narrow the gradient is about the threshold, above 0; 2 is SpikingJelly's
   */
  Plif(Through through, double alpha, boolean soft) {
    this.through = through;
    this.half = (float) alpha / 2;
    this.soft = soft;
  }

  /**
   * Spikes of currents.
   *
   * @param currents {@code [steps · rows, channels]}, step by step; or {@code [rows, channels]},
   *     the same at every step
   * @param same whether they are
   * @param w the neurons' parameter, {@code []}
   * @return 0 or 1, {@code [steps · rows, channels]}
   */
  NDArray spikes(NDArray currents, boolean same, int steps, NDArray w) {
    NDList parts = same ? repeated(currents, steps) : currents.split(steps);
    return run(parts, w, (h, step) -> fire(h));
  }

  /**
   * The largest spike among the members of a group, such as all points of a window. Of binary
   * spikes the maximum is the spike of the neuron with the highest membrane, step(max H), so the
   * value is the same; and the gradient goes to that neuron, in its full size, not to any that
   * spiked.
   *
   * @param currents {@code [steps · groups · members, channels]}
   * @return {@code [steps · groups, channels]}
   */
  NDArray largest(NDArray currents, int steps, int members, NDArray w) {
    NDList parts = groups(currents, members).split(steps);
    return run(parts, w, (h, step) -> fire(h.max(new int[] {1})));
  }

  /**
   * The largest sum of a spike and what is added to it among the members of a group; of members
   * with the same sum the one with the highest membrane speaks and takes the gradient.
   *
   * @param currents {@code [steps · groups · members, channels]}
   * @param added to the spikes, as the currents
   * @return {@code [steps · groups, channels]}
   */
  NDArray largestSum(NDArray currents, NDArray added, int steps, int members, NDArray w) {
    NDList parts = groups(currents, members).split(steps);
    NDList addends = groups(added, members).split(steps);
    return run(
        parts,
        w,
        (h, step) -> {
          NDArray addend = addends.get(step);
          try (NDArray who = speaker(h, addend);
              NDArray membrane = h.gather(who, 1);
              NDArray spike = fire(membrane);
              NDArray other = addend.gather(who, 1);
              NDArray sum = spike.add(other)) {
            return sum.squeeze(1);
          }
        });
  }

  /** Which member has the largest sum, and of those the highest membrane. */
  private static NDArray speaker(NDArray h, NDArray addend) {
    try (NDArray cut = h.stopGradient();
        NDArray constant = addend.stopGradient();
        NDArray above = cut.gte(1);
        NDArray sum = above.toType(DataType.FLOAT32, false);
        NDArray key = sum.addi(constant).muli(8);
        NDArray rank = cut.clip(-3, 3);
        NDArray all = key.addi(rank);
        NDArray who = all.argMax(1)) {
      return who.expandDims(1);
    }
  }

  private static NDArray groups(NDArray rows, int members) {
    Shape shape = rows.getShape();
    return rows.reshape(shape.get(0) / members, members, shape.get(1));
  }

  /** What is read of the membranes at a step. */
  private interface Reading {
    NDArray of(NDArray h, int step);
  }

  private NDArray run(NDList currents, NDArray w, Reading reading) {
    NDArray kept = w.neg().getNDArrayInternal().sigmoid();
    NDList read = new NDList(currents.size());
    NDArray membrane = null;
    for (int t = 0; t < currents.size(); t++) {
      NDArray h = membrane == null ? currents.get(t) : add(membrane.mul(kept), currents.get(t));
      read.add(reading.of(h, t));
      if (t + 1 < currents.size()) {
        membrane = reset(h);
      }
    }
    if (read.size() == 1) {
      return read.get(0);
    }
    try (NDList all = read) {
      return NDArrays.concat(all, 0);
    }
  }

  private static NDList repeated(NDArray array, int times) {
    NDList list = new NDList(times);
    for (int i = 0; i < times; i++) {
      list.add(array);
    }
    return list;
  }

  private static NDArray add(NDArray a, NDArray b) {
    try (a) {
      return a.add(b);
    }
  }

  private NDArray reset(NDArray h) {
    NDArray from = through == Through.SPACE ? h.stopGradient() : h;
    try (NDArray cut = h.stopGradient()) {
      if (soft) {
        try (NDArray above = cut.gte(1);
            NDArray fired = above.toType(DataType.FLOAT32, false)) {
          return from.sub(fired);
        }
      }
      try (NDArray below = cut.lt(1);
          NDArray silent = below.toType(DataType.FLOAT32, false)) {
        return from.mul(silent);
      }
    }
  }

  /** Arrays that only the graph needs are let go of at once: it keeps those that it needs. */
  private NDArray fire(NDArray h) {
    float root = (float) (Math.PI * Math.sqrt(half));
    try (NDArray cut = h.stopGradient();
        NDArray x = cut.sub(1);
        NDArray scaled = x.muli(root);
        NDArray slope = scaled.muli(scaled).addi(1 / half).powi(-1);
        NDArray above = cut.gte(1);
        NDArray step = above.toType(DataType.FLOAT32, false);
        NDArray zero = h.sub(cut);
        NDArray graph = zero.mul(slope)) {
      return graph.add(step);
    }
  }
}
