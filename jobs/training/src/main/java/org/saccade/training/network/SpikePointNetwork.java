package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.Layer;
import org.saccade.operators.spikepoint.Reset;
import org.saccade.operators.spikepoint.SpikePointParameters;

/**
 * SpikePoint's layers on PyTorch, all steps of a layer at once: rows are {@code [step, window,
 * centroid, neighbour]} with the steps outermost, so that a layer is one matrix product and one
 * batch norm, and only the neurons go step by step.
 *
 * <p>It owns no weights: each batch takes them from {@link Weights} and leaves gradients there.
 */
final class SpikePointNetwork {
  /** PyTorch's own. */
  private static final float EPSILON = 1e-5f;

  private final SpikePointParameters parameters;
  private final Map<String, Layer> layers = new HashMap<>();
  private final Plif plif;
  private final float momentum;

  /**
   * @param momentum part of a batch's mean and variance that goes into the running ones
   */
  SpikePointNetwork(
      SpikePointParameters parameters, Through through, double alpha, float momentum) {
    this.parameters = parameters;
    this.plif = new Plif(through, alpha, parameters.reset() == Reset.SOFT);
    this.momentum = momentum;
    for (Layer layer : Layer.of(parameters)) {
      layers.put(layer.name(), layer);
    }
  }

  /** A pass over a batch. */
  final class Pass {
    private final Map<String, NDArray> tensors;
    private final boolean training;

    /**
     * @param tensors by the names of the model's file
     * @param training whether the batch's own means and variances are used, and the running ones
     *     updated
     */
    Pass(Map<String, NDArray> tensors, boolean training) {
      this.tensors = tensors;
      this.training = training;
    }

    /**
     * Scores.
     *
     * @param members {@code [steps · windows · centroids · neighbours, 6]}; of the direct code
     *     without steps
     * @param centroids {@code [steps · windows · centroids, 3]}; of the direct code without steps
     * @return {@code [steps, windows, classes]}: part of a class's votes that spiked
     */
    NDArray scores(NDArray members, NDArray centroids) {
      NDArray x = largest(members).add(own(centroids));
      x = residual("global.2", residual("global.1", x));
      x =
          plif.largest(
              currents("global.3", x),
              parameters.steps(),
              parameters.centroids(),
              tensors.get("global.3.plif.w"));
      long windows = x.getShape().get(0) / parameters.steps();
      x = layer("head.votes", layer("head.hidden", x));
      return x.reshape(parameters.steps(), windows, parameters.classes(), parameters.votes())
          .mean(new int[] {3});
    }

    /** Of every group, what the largest of its members says. */
    private NDArray largest(NDArray members) {
      NDArray x = first("local.main", members);
      return plif.largestSum(
          currents("local.main.up", layer("local.main.down", x)),
          x,
          parameters.steps(),
          parameters.neighbours(),
          tensors.get("local.main.up.plif.w"));
    }

    private NDArray own(NDArray centroids) {
      NDArray x = first("local.center", centroids);
      return layer("local.center.up", layer("local.center.down", x)).add(x);
    }

    private NDArray first(String name, NDArray input) {
      return plif.spikes(
          currents(name, input),
          parameters.code() == InputCode.DIRECT,
          parameters.steps(),
          tensors.get(name + ".plif.w"));
    }

    private NDArray residual(String name, NDArray input) {
      NDArray x = layer(name, input);
      return layer(name + ".residual", x).add(x);
    }

    private NDArray layer(String name, NDArray input) {
      return plif.spikes(
          currents(name, input), false, parameters.steps(), tensors.get(name + ".plif.w"));
    }

    private NDArray currents(String name, NDArray input) {
      Layer layer = layers.get(name);
      String transform = name + (layer.normalised() ? ".conv" : ".linear");
      NDArray currents =
          input
              .getNDArrayInternal()
              .linear(input, tensors.get(transform + ".weight"), tensors.get(transform + ".bias"))
              .singletonOrThrow();
      if (layer.normalised()) {
        String norm = name + ".bn.";
        currents =
            currents
                .getNDArrayInternal()
                .batchNorm(
                    currents,
                    tensors.get(norm + "running_mean"),
                    tensors.get(norm + "running_var"),
                    tensors.get(norm + "weight"),
                    tensors.get(norm + "bias"),
                    1,
                    momentum,
                    EPSILON,
                    training)
                .singletonOrThrow();
      }
      return currents;
    }
  }

  /** The tensors of a file as arrays; convs are matrices. */
  static Map<String, NDArray> arrays(NDManager manager, Weights weights) {
    Map<String, NDArray> arrays = new HashMap<>();
    for (Weights.Entry entry : weights.entries()) {
      int[] shape = entry.shape();
      Shape matrix =
          shape.length == 3
              ? new Shape(shape[0], shape[1])
              : new Shape(java.util.Arrays.stream(shape).asLongStream().toArray());
      NDArray array = manager.create(entry.values(), matrix);
      if (entry.trained()) {
        array.setRequiresGradient(true);
      }
      arrays.put(entry.name(), array);
    }
    return arrays;
  }
}
