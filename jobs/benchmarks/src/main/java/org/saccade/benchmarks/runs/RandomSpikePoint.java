package org.saccade.benchmarks.runs;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.operators.spikepoint.Confidence;
import org.saccade.operators.spikepoint.Layer;
import org.saccade.operators.spikepoint.ModelMetadata;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.operators.spikepoint.Widths;

/** A model that has learnt nothing, of the published size. */
final class RandomSpikePoint {
  private RandomSpikePoint() {}

  /** The published narrow network with weights of which a fifth to a third of the neurons spike. */
  static Safetensors narrow() {
    SpikePointParameters parameters = SpikePointParameters.published(Widths.NARROW, 10);
    List<String> labels = IntStream.range(0, 10).mapToObj(c -> "class " + c).toList();
    ModelMetadata metadata =
        new ModelMetadata(parameters, Preprocessing.gestures(), labels, new Confidence(0.1));
    SplitMix random = new SplitMix(5);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Layer layer : Layer.of(parameters)) {
      double bound = 2 / Math.sqrt(layer.inputs());
      int o = layer.outputs();
      tensors.put(layer.transform() + ".weight", uniform(random, -bound, bound, layer.shape()));
      tensors.put(layer.transform() + ".bias", uniform(random, -0.2, 0.3, o));
      if (layer.normalised()) {
        tensors.put(layer.name() + ".bn.weight", uniform(random, 0.5, 1.5, o));
        tensors.put(layer.name() + ".bn.bias", uniform(random, -0.1, 0.5, o));
        tensors.put(layer.name() + ".bn.running_mean", uniform(random, -0.2, 0.2, o));
        tensors.put(layer.name() + ".bn.running_var", uniform(random, 0.5, 1.5, o));
      }
      tensors.put(layer.name() + ".plif.w", uniform(random, -0.5, 0.5));
    }
    return SpikePointModel.file(metadata, tensors);
  }

  private static Tensor uniform(SplitMix random, double low, double high, int... shape) {
    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[count];
    Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
    return Tensor.floats(values, shape);
  }
}
