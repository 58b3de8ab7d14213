package org.saccade.training.network;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.HashMap;
import java.util.Map;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.SpikePointParameters;

/** A network under training: weights, the optimizer's moments, and what a batch does to both. */
public final class Learner {
  /** Part of a batch's statistics that goes into the running ones. */
  private static final float MOMENTUM = 0.1f;

  private final SpikePointParameters parameters;
  private final SpikePointNetwork network;
  private final Through through;
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
    this.network = new SpikePointNetwork(parameters, alpha);
    this.through = through;
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
      outcome =
          through == Through.SPACE
              ? stepByStep(manager, tensors, batch)
              : throughAllSteps(manager, tensors, batch);
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

  private Outcome throughAllSteps(NDManager manager, Map<String, NDArray> tensors, Batch batch) {
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      Norm norm = Norm.whole(MOMENTUM);
      NDArray scores =
          scores(manager, tensors, batch, network.new Pass(tensors, steps(), norm, null, true));
      NDArray value = loss.of(scores, manager.create(batch.labels()));
      collector.backward(value);
      return new Outcome(value.getFloat(), mean(scores));
    }
  }

  /**
   * First the moments over all steps, which the norms need, without a graph; then each step with a
   * graph of its own, which is gone before the next.
   */
  private Outcome stepByStep(NDManager manager, Map<String, NDArray> tensors, Batch batch) {
    Norm.Moments moments = new Norm.Moments(manager);
    Norm observing = moments.observing(Norm.whole(MOMENTUM));
    float[][] all;
    try (NDManager inner = manager.newSubManager()) {
      all =
          mean(
              scores(
                  inner,
                  tensors,
                  batch,
                  network.new Pass(tensors, steps(), observing, null, false)));
    }
    Membranes membranes = new Membranes(manager);
    float sum = 0;
    try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
      for (int t = 0; t < steps(); t++) {
        try (NDManager inner = manager.newSubManager()) {
          NDArray scores =
              scores(
                  inner,
                  tensors,
                  parameters.code() == InputCode.DIRECT ? batch : batch.step(t, steps()),
                  network.new Pass(tensors, 1, moments.ofAStep(steps()), membranes, true));
          NDArray value = loss.of(scores, inner.create(batch.labels())).div(steps());
          collector.backward(value);
          sum += value.getFloat();
        }
      }
    }
    return new Outcome(sum, all);
  }

  private int steps() {
    return parameters.steps();
  }

  /** Scores of a batch's windows by the running means and variances, as inference gives them. */
  public float[][] scores(Batch batch) {
    try (NDManager manager = NDManager.newBaseManager()) {
      Map<String, NDArray> tensors = SpikePointNetwork.arrays(manager, weights);
      Norm running = Norm.whole(0);
      return mean(
          scores(
              manager, tensors, batch, network.new Pass(tensors, steps(), running, null, false)));
    }
  }

  private static NDArray scores(
      NDManager manager, Map<String, NDArray> tensors, Batch batch, SpikePointNetwork.Pass pass) {
    NDArray members = manager.create(batch.members(), new Shape(batch.members().length / 6, 6));
    NDArray centroids =
        manager.create(batch.centroids(), new Shape(batch.centroids().length / 3, 3));
    return pass.scores(members, centroids);
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
