package org.saccade.training.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.Map;
import org.saccade.operators.spikepoint.SpikePointParameters;

/** A network under training: weights, the optimizer's moments, and what a batch does to both. */
public final class Learner {
  /** Part of a batch's statistics that goes into the running ones. */
  private static final float MOMENTUM = 0.1f;

  private final SpikePointParameters parameters;
  private final SpikePointNetwork network;
  private final Loss loss;
  private final Weights weights;
  private final AdamW optimizer;

  /**
   * @param alpha of the gradient in place of the step's, {@link Plif}
   * @param decay of the weights, a part of the rate
   */
  public Learner(
      SpikePointParameters parameters,
      Through through,
      double alpha,
      Loss loss,
      Weights weights,
      double decay) {
    this.parameters = parameters;
    this.network = new SpikePointNetwork(parameters, through, alpha, MOMENTUM);
    this.loss = loss;
    this.weights = weights;
    this.optimizer = new AdamW(weights, decay);
  }

  public Weights weights() {
    return weights;
  }

  public AdamW optimizer() {
    return optimizer;
  }

  /**
   * Learns from a batch.
   *
   * @return its loss before
   */
  public Outcome learn(Batch batch, double rate) {
    Map<String, float[]> gradients = new HashMap<>();
    Outcome outcome;
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> tensors = SpikePointNetwork.arrays(manager, weights);
      try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
        NDArray scores = forward(manager, tensors, batch, true);
        NDArray value = loss.of(scores, manager.create(batch.labels()));
        collector.backward(value);
        outcome = new Outcome(value.getFloat(), mean(scores));
      }
      for (Weights.Entry entry : weights.entries()) {
        NDArray array = tensors.get(entry.name());
        if (entry.trained()) {
          gradients.put(entry.name(), array.getGradient().toFloatArray());
        } else {
          System.arraycopy(array.toFloatArray(), 0, entry.values(), 0, entry.values().length);
        }
      }
    }
    optimizer.update(gradients, rate);
    return outcome;
  }

  /** Scores of a batch's windows by the running means and variances, as inference gives them. */
  public float[][] scores(Batch batch) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> tensors = SpikePointNetwork.arrays(manager, weights);
      tensors.values().forEach(a -> a.setRequiresGradient(false));
      return mean(forward(manager, tensors, batch, false));
    }
  }

  private NDArray forward(
      NDManager manager, Map<String, NDArray> tensors, Batch batch, boolean training) {
    NDArray members = manager.create(batch.members(), new Shape(batch.members().length / 6, 6));
    NDArray centroids =
        manager.create(batch.centroids(), new Shape(batch.centroids().length / 3, 3));
    return network.new Pass(tensors, training).scores(members, centroids);
  }

  /** Over the steps: what inference calls a score. */
  private float[][] mean(NDArray scores) {
    float[] all = scores.mean(new int[] {0}).toFloatArray();
    int classes = parameters.classes();
    float[][] rows = new float[all.length / classes][classes];
    for (int i = 0; i < all.length; i++) {
      rows[i / classes][i % classes] = all[i];
    }
    return rows;
  }

  /**
   * What a batch gave.
   *
   * @param loss before the update
   * @param scores a row a window
   */
  public record Outcome(float loss, float[][] scores) {}
}
