package org.saccade.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.operators.spikepoint.Confidence;
import org.saccade.operators.spikepoint.Layer;
import org.saccade.operators.spikepoint.ModelMetadata;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.Reset;
import org.saccade.operators.spikepoint.SpikePointModel;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.operators.spikepoint.Widths;

/** Small models that have learnt nothing. */
public final class RandomModels {
  private RandomModels() {}

  /** Writes one that tells labels apart in windows of a preprocessing; another seed, another. */
  public static Path write(Path file, Preprocessing preprocessing, List<String> labels, long seed)
      throws IOException {
    SpikePointParameters sizes =
        new SpikePointParameters(
            64, 64, 8, 6, new Widths(8, 12, 16, 24), labels.size(), 4, Reset.HARD);
    SplitMix random = new SplitMix(seed);
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Layer layer : Layer.of(sizes)) {
      double bound = 2 / Math.sqrt(layer.inputs());
      int o = layer.outputs();
      tensors.put(layer.transform() + ".weight", uniform(random, -bound, bound, layer.shape()));
      tensors.put(layer.transform() + ".bias", uniform(random, -0.1, 0.5, o));
      if (layer.normalised()) {
        tensors.put(layer.name() + ".bn.weight", uniform(random, 0.5, 1.5, o));
        tensors.put(layer.name() + ".bn.bias", uniform(random, -0.1, 0.5, o));
        tensors.put(layer.name() + ".bn.running_mean", uniform(random, -0.2, 0.2, o));
        tensors.put(layer.name() + ".bn.running_var", uniform(random, 0.5, 1.5, o));
      }
      tensors.put(layer.name() + ".plif.w", uniform(random, -0.5, 0.5));
    }
    ModelMetadata metadata = new ModelMetadata(sizes, preprocessing, labels, new Confidence(0.1));
    return Files.write(file, SpikePointModel.file(metadata, tensors).toBytes());
  }

  private static Tensor uniform(SplitMix random, double low, double high, int... shape) {
    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[count];
    Arrays.setAll(values, i -> low + (high - low) * random.nextDouble());
    return Tensor.floats(values, shape);
  }
}
