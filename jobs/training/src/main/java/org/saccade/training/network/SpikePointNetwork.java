package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
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
  private final SpikePointParameters parameters;
  private final Map<String, Layer> layers = new HashMap<>();
  private final double alpha;

  SpikePointNetwork(SpikePointParameters parameters, double alpha) {
    this.parameters = parameters;
    this.alpha = alpha;
    for (Layer layer : Layer.of(parameters)) {
      layers.put(layer.name(), layer);
    }
  }

  /** A pass over a batch. */
  final class Pass {
    private final Map<String, NDArray> tensors;
    private final int steps;
    private final Norm norm;
    private final boolean graph;
    private final Plif plif;

    /**
     * @param tensors by the names of the model's file
     * @param steps of this pass: all of them, or one that goes on from the membranes
     * @param membranes of the step before, or null
     * @param graph whether gradients are wanted; else what a layer leaves behind is let go of
     */
    Pass(Map<String, NDArray> tensors, int steps, Norm norm, Membranes membranes, boolean graph) {
      this.tensors = tensors;
      this.steps = steps;
      this.norm = norm;
      this.graph = graph;
      this.plif = new Plif(tensors, steps, alpha, parameters.reset() == Reset.SOFT, membranes);
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
      NDArray said = scoped(members, this::largest);
      NDArray x = said.add(scoped(centroids, this::own));
      x = scoped(x, input -> residual("global.1", input));
      x = scoped(x, input -> residual("global.2", input));
      x =
          scoped(
              x, in -> plif.largest("global.3", currents("global.3", in), parameters.centroids()));
      long windows = x.getShape().get(0) / steps;
      x = layer("head.votes", layer("head.hidden", x));
      return x.reshape(steps, windows, parameters.classes(), parameters.votes())
          .mean(new int[] {3});
    }

    /** Of every group, what the largest of its members says. */
    private NDArray largest(NDArray members) {
      NDArray x = first("local.main", members);
      NDArray down = layer("local.main.down", x);
      return plif.largestSum(
          "local.main.up", currents("local.main.up", down), x, parameters.neighbours());
    }

    private NDArray own(NDArray centroids) {
      NDArray x = first("local.center", centroids);
      return layer("local.center.up", layer("local.center.down", x)).add(x);
    }

    private NDArray first(String name, NDArray input) {
      boolean same = parameters.code() == InputCode.DIRECT;
      return scoped(input, x -> plif.spikes(name, currents(name, x), same));
    }

    private NDArray residual(String name, NDArray input) {
      NDArray x = layer(name, input);
      return layer(name + ".residual", x).add(x);
    }

    private NDArray layer(String name, NDArray input) {
      return scoped(input, x -> plif.spikes(name, currents(name, x), false));
    }

    private NDArray currents(String name, NDArray input) {
      Layer layer = layers.get(name);
      String transform = name + (layer.normalised() ? ".conv" : ".linear");
      NDArray sums =
          input
              .getNDArrayInternal()
              .linear(input, tensors.get(transform + ".weight"), tensors.get(transform + ".bias"))
              .singletonOrThrow();
      return layer.normalised() ? norm.of(name, sums, tensors) : sums;
    }

    /** Without a graph, all that was made on the way is let go of. */
    private NDArray scoped(NDArray input, UnaryOperator<NDArray> part) {
      if (graph) {
        return part.apply(input);
      }
      NDManager outer = input.getManager();
      try (NDManager inner = outer.newSubManager()) {
        input.tempAttach(inner);
        NDArray out = part.apply(input);
        out.attach(outer);
        return out;
      }
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
