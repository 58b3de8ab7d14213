package org.saccade.training.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.operators.spikepoint.Layer;
import org.saccade.operators.spikepoint.SpikePointParameters;

/**
 * All tensors of a model under training, by the names of its file.
 *
 * <p>How they begin: weights and biases uniform within 1 / sqrt(inputs), as PyTorch's; of the two
 * linear layers, behind which no batch norm scales, three times that, since else hardly a neuron
 * there fires. Shifts of the batch norms are 0.5, half of what a spike takes, but 0 and -1 before
 * the maxima over a group and over all points: of many neurons that fire one time in six some
 * always fires, and a maximum that is always 1 says nothing and passes no gradient on. w is 0: half
 * of a membrane is kept.
 */
public final class Weights {
  private static final float SHIFT = 0.5f;
  private static final float SHIFT_IN_GROUP = 0;
  private static final float SHIFT_OVER_POINTS = -1;
  private static final float GAIN_OF_LINEAR = 3;

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /**
   * A tensor.
   *
   * @param trained whether gradients change it, else it is a running mean or variance
   * @param decayed whether it is a matrix, which decays
   */
  public record Entry(String name, int[] shape, float[] values, boolean trained, boolean decayed) {}

  private Weights() {}

  /** Weights to begin with. */
  public static Weights initial(SpikePointParameters parameters, long seed) {
    Weights weights = new Weights();
    List<Layer> layers = Layer.of(parameters);
    for (int i = 0; i < layers.size(); i++) {
      weights.add(layers.get(i), new SplitMix(SplitMix.at(seed, i)));
    }
    return weights;
  }

  private void add(Layer layer, SplitMix random) {
    String transform = layer.name() + (layer.normalised() ? ".conv." : ".linear.");
    int in = layer.inputs();
    int out = layer.outputs();
    float bound = (float) (1 / Math.sqrt(in)) * (layer.normalised() ? 1 : GAIN_OF_LINEAR);
    int[] shape = layer.normalised() ? new int[] {out, in, 1} : new int[] {out, in};
    put(transform + "weight", shape, uniform(in * out, bound, random), true, true);
    put(
        transform + "bias",
        new int[] {out},
        uniform(out, (float) (1 / Math.sqrt(in)), random),
        true,
        false);
    if (layer.normalised()) {
      String norm = layer.name() + ".bn.";
      put(norm + "weight", new int[] {out}, filled(out, 1), true, false);
      put(norm + "bias", new int[] {out}, filled(out, shift(layer.name())), true, false);
      put(norm + "running_mean", new int[] {out}, new float[out], false, false);
      put(norm + "running_var", new int[] {out}, filled(out, 1), false, false);
    }
    put(layer.name() + ".plif.w", new int[0], new float[1], true, false);
  }

  private static float shift(String layer) {
    return switch (layer) {
      case "local.main", "local.main.up" -> SHIFT_IN_GROUP;
      case "global.3" -> SHIFT_OVER_POINTS;
      default -> SHIFT;
    };
  }

  private static float[] uniform(int size, float bound, SplitMix random) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) ((2 * random.nextDouble() - 1) * bound);
    }
    return values;
  }

  private static float[] filled(int size, float value) {
    float[] values = new float[size];
    Arrays.fill(values, value);
    return values;
  }

  private void put(String name, int[] shape, float[] values, boolean trained, boolean decayed) {
    entries.put(name, new Entry(name, shape, values, trained, decayed));
  }

  /** In the order of the layers. */
  public List<Entry> entries() {
    return new ArrayList<>(entries.values());
  }

  /** A deep copy. */
  public Weights copy() {
    Weights copy = new Weights();
    for (Entry e : entries.values()) {
      copy.put(e.name(), e.shape(), e.values().clone(), e.trained(), e.decayed());
    }
    return copy;
  }

  /** The tensors of the model's file. */
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Entry entry : entries.values()) {
      double[] values = new double[entry.values().length];
      for (int i = 0; i < values.length; i++) {
        values[i] = entry.values()[i];
      }
      tensors.put(entry.name(), Tensor.floats(values, entry.shape()));
    }
    return tensors;
  }

  /**
   * Takes over the values of a file, such as a checkpoint's.
   *
   * @throws IllegalArgumentException naming a tensor that is missing or has another size
   */
  public void take(Map<String, Tensor> tensors) {
    for (Entry entry : entries.values()) {
      Tensor tensor = tensors.get(entry.name());
      if (tensor == null || tensor.values().length != entry.values().length) {
        throw new IllegalArgumentException(
            "tensor " + entry.name() + " is missing or is of a network of other sizes");
      }
      for (int i = 0; i < entry.values().length; i++) {
        entry.values()[i] = (float) tensor.values()[i];
      }
    }
  }
}
