package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/** Membranes from one step to the next, cut off from the graph of the step that left them. */
final class Membranes {
  private final NDManager manager;
  private final Map<String, NDArray> byLayer = new HashMap<>();

  /**
   * @param manager that outlives the steps
   */
  Membranes(NDManager manager) {
    this.manager = manager;
  }

  /** What a layer's step before left, now the step's own; null at the first step. */
  NDArray take(String layer, NDArray currents) {
    NDArray membrane = byLayer.remove(layer);
    if (membrane != null) {
      membrane.attach(currents.getManager());
    }
    return membrane;
  }

  void keep(String layer, NDArray membrane) {
    try (membrane) {
      NDArray constant = membrane.stopGradient();
      constant.attach(manager);
      byLayer.put(layer, constant);
    }
  }
}
