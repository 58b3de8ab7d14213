package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;

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
    if (steps == 1) {
      return fire(currents);
    }
    NDArray kept = w.neg().getNDArrayInternal().sigmoid();
    NDList parts = same ? repeated(currents, steps) : currents.split(steps);
    NDList spikes = new NDList(steps);
    NDArray membrane = null;
    for (int t = 0; t < steps; t++) {
      NDArray h = membrane == null ? parts.get(t) : add(membrane.mul(kept), parts.get(t));
      NDArray spike = fire(h);
      spikes.add(spike);
      if (t + 1 < steps) {
        NDArray from = through == Through.SPACE ? h.stopGradient() : h;
        membrane = reset(from, spike.stopGradient());
      }
    }
    try (NDList all = spikes) {
      return NDArrays.concat(all, 0);
    }
  }

  /**
   * The largest spike among neurons of a row group, such as all points of a window. Of binary
   * spikes the maximum is the spike of the neuron with the highest membrane, step(max H), so the
   * value is the same; and the gradient goes to that neuron, in its full size, not to any that
   * spiked.
   *
   * @param currents {@code [steps · groups · members, channels]}
   * @return {@code [steps · groups, channels]}
   */
  NDArray pooled(NDArray currents, int steps, int members, NDArray w) {
    NDArray kept = w.neg().getNDArrayInternal().sigmoid();
    long channels = currents.getShape().get(1);
    long groups = currents.getShape().get(0) / steps / members;
    NDList parts = currents.reshape(steps * groups, members, channels).split(steps);
    NDList spikes = new NDList(steps);
    NDArray membrane = null;
    for (int t = 0; t < steps; t++) {
      NDArray h = membrane == null ? parts.get(t) : add(membrane.mul(kept), parts.get(t));
      spikes.add(fire(h.max(new int[] {1})));
      if (t + 1 < steps) {
        NDArray from = through == Through.SPACE ? h.stopGradient() : h;
        try (NDArray cut = h.stopGradient();
            NDArray above = cut.gte(1);
            NDArray fired = above.toType(DataType.FLOAT32, false)) {
          membrane = reset(from, fired);
        }
      }
    }
    try (NDList all = spikes) {
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

  private NDArray reset(NDArray h, NDArray fired) {
    if (soft) {
      return h.sub(fired);
    }
    try (NDArray silent = fired.neg()) {
      return h.mul(silent.addi(1));
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
