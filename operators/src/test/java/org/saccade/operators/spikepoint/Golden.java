package org.saccade.operators.spikepoint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;
import org.saccade.schemas.batch.EventBatch;

/** A case of golden.py: its sizes, what PyTorch found, and events and weights made as there. */
record Golden(Map<String, String> lines) {
  static final long SEED = 77;

  static Golden read(String name) {
    Map<String, String> lines = new HashMap<>();
    for (String line :
        new String(bytes("golden-" + name + ".txt"), StandardCharsets.UTF_8).split("\n")) {
      lines.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
    }
    return new Golden(lines);
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Golden.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number(String key) {
    return Integer.parseInt(lines.get(key));
  }

  double[] scores() {
    return Arrays.stream(lines.get("scores").split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  SpikePointParameters parameters() {
    int[] w = Arrays.stream(lines.get("widths").split(",")).mapToInt(Integer::parseInt).toArray();
    return new SpikePointParameters(
        number("points"),
        number("centroids"),
        number("neighbours"),
        number("steps"),
        new Widths(w[0], w[1], w[2], w[3]),
        number("classes"),
        number("votes"),
        Reset.HARD);
  }

  /** A noisy arc over 0.3 s on 34 x 34 pixels. */
  EventBatch events() {
    int count = number("events");
    double[] u = uniform(11, 4 * count);
    double[] times =
        IntStream.range(0, count)
            .mapToDouble(i -> Math.floor(u[4 * i] * 300_000))
            .sorted()
            .toArray();
    EventBatch batch = new EventBatch(count);
    for (int i = 0; i < count; i++) {
      double turn = times[i] / 300_000;
      double x = 4 + 26 * Math.abs(2 * turn - 1) * 0.9 + 3 * u[4 * i + 1];
      double y = 4 + 26 * 4 * turn * (1 - turn) * 0.9 + 3 * u[4 * i + 2];
      batch.add((long) times[i], (int) x, (int) y, 1);
    }
    return batch;
  }

  SpikePointModel model() throws SafetensorsException {
    return SpikePointModel.of(file(parameters(), 5));
  }

  static ModelMetadata metadata(SpikePointParameters parameters) {
    List<String> labels =
        IntStream.range(0, parameters.classes()).mapToObj(c -> "class " + c).toList();
    return new ModelMetadata(
        parameters,
        new Preprocessing(300_000, 300_000, 0, 1, 0, 0, 34, 34, Preprocessing.Polarity.BOTH),
        labels,
        new Confidence(0.1));
  }

  static Safetensors file(SpikePointParameters parameters, long seed) {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (Layer layer : Layer.of(parameters)) {
      double bound = 2 / Math.sqrt(layer.inputs());
      String transform = layer.transform();
      int o = layer.outputs();
      put(tensors, seed, transform + ".weight", -bound, bound, layer.shape());
      if (layer.normalised()) {
        put(tensors, seed, transform + ".bias", -0.2, 0.3, o);
        put(tensors, seed, layer.name() + ".bn.weight", 0.5, 1.5, o);
        put(tensors, seed, layer.name() + ".bn.bias", -0.1, 0.5, o);
        put(tensors, seed, layer.name() + ".bn.running_mean", -0.2, 0.2, o);
        put(tensors, seed, layer.name() + ".bn.running_var", 0.5, 1.5, o);
      } else {
        put(tensors, seed, transform + ".bias", -0.1, 0.5, o);
      }
      put(tensors, seed, layer.name() + ".plif.w", -0.5, 0.5);
    }
    return SpikePointModel.file(metadata(parameters), tensors);
  }

  private static void put(
      Map<String, Tensor> tensors, long seed, String name, double low, double high, int... shape) {
    int count = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] u = uniform(SplitMix.at(seed, tensors.size()), count);
    tensors.put(
        name, Tensor.floats(Arrays.stream(u).map(v -> low + (high - low) * v).toArray(), shape));
  }

  private static double[] uniform(long seed, int count) {
    SplitMix random = new SplitMix(seed);
    return IntStream.range(0, count).mapToDouble(i -> random.nextDouble()).toArray();
  }
}
