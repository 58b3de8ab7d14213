package org.saccade.operators.joint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;

/**
 * A network of one hidden layer over what is known of each series.
 *
 * <pre>
 *   u = (x - m) / s                              3 d inputs
 *   h = tanh(A u + a)                            H hidden units
 *   score = 1 / (1 + exp(-(b · h + c)))          0.5: where F1 was best on series not trained on
 * </pre>
 *
 * <p>As a file: safetensors with {@code input.mean}, {@code input.deviation} (3 d), {@code
 * hidden.weight} (H, 3 d), {@code hidden.bias} (H), {@code output.weight} (H), {@code output.bias}
 * (1), all F64, and the metadata {@code format}, {@code dimensions} (names, one a line).
 */
public final class TrainedLayer {
  private static final String FORMAT = "saccade-joint-1";
  private static final int MOST_HIDDEN = 1024;

  private final List<String> dimensions;
  private final double[] mean;
  private final double[] deviation;
  private final double[] weight;
  private final double[] bias;
  private final double[] output;
  private final double outputBias;
  private final double[] u;

  TrainedLayer(
      List<String> dimensions,
      double[] mean,
      double[] deviation,
      double[] weight,
      double[] bias,
      double[] output,
      double outputBias) {
    this.dimensions = List.copyOf(dimensions);
    this.mean = mean;
    this.deviation = deviation;
    this.weight = weight;
    this.bias = bias;
    this.output = output;
    this.outputBias = outputBias;
    u = new double[mean.length];
  }

  /** Names of the series, in the order of the inputs. */
  public List<String> dimensions() {
    return dimensions;
  }

  /**
   * Score of a record.
   *
   * @param x as {@link Joint#inputs} gives it
   * @return 0 to 1
   */
  public double score(double[] x) {
    return 1 / (1 + StrictMath.exp(-logit(x)));
  }

  double logit(double[] x) {
    for (int i = 0; i < u.length; i++) {
      u[i] = (x[i] - mean[i]) / deviation[i];
    }
    double sum = outputBias;
    for (int k = 0; k < bias.length; k++) {
      double in = bias[k];
      for (int i = 0; i < u.length; i++) {
        in += weight[k * u.length + i] * u[i];
      }
      sum += output[k] * StrictMath.tanh(in);
    }
    return sum;
  }

  /** The same with another point at which the score is one half. */
  TrainedLayer centredAt(double logit) {
    return new TrainedLayer(dimensions, mean, deviation, weight, bias, output, outputBias - logit);
  }

  /** The file's bytes. */
  public byte[] toBytes() {
    int inputs = mean.length;
    int hidden = bias.length;
    Map<String, String> metadata = new LinkedHashMap<>();
    metadata.put("format", FORMAT);
    metadata.put("dimensions", String.join("\n", dimensions));
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("input.mean", numbers(mean, inputs));
    tensors.put("input.deviation", numbers(deviation, inputs));
    tensors.put("hidden.weight", numbers(weight, hidden, inputs));
    tensors.put("hidden.bias", numbers(bias, hidden));
    tensors.put("output.weight", numbers(output, hidden));
    tensors.put("output.bias", numbers(new double[] {outputBias}, 1));
    return new Safetensors(metadata, tensors).toBytes();
  }

  private static Tensor numbers(double[] values, int... shape) {
    return new Tensor(Tensor.Type.F64, shape, values);
  }

  /**
   * Reads a file.
   *
   * @throws SafetensorsException with the file's name, and the tensor's where one does not fit
   */
  public static TrainedLayer read(Path file) throws IOException {
    try {
      return of(Safetensors.read(file));
    } catch (SafetensorsException e) {
      String message = e.getMessage();
      throw new SafetensorsException(
          message.startsWith(file.toString()) ? message : file + ": " + message);
    }
  }

  /** Reads a file's bytes. */
  public static TrainedLayer parse(byte[] bytes) throws SafetensorsException {
    return of(Safetensors.parse(bytes));
  }

  static TrainedLayer of(Safetensors file) throws SafetensorsException {
    Map<String, String> text = file.metadata();
    if (!FORMAT.equals(text.get("format"))) {
      throw new SafetensorsException(
          "no joint layer: its metadata say format="
              + text.get("format")
              + ", expected "
              + FORMAT
              + "; make one with saccade train joint");
    }
    List<String> names = List.of(text.getOrDefault("dimensions", "").split("\n", -1));
    if (names.size() < 2 || names.size() > Joint.MOST) {
      throw new SafetensorsException(
          "the metadata's dimensions=" + names + " must be 2 to " + Joint.MOST + " names");
    }
    int inputs = JointInputs.EACH * names.size();
    Tensor bias = file.tensors().get("hidden.bias");
    int hidden = bias == null ? 0 : bias.values().length;
    if (hidden < 1 || hidden > MOST_HIDDEN) {
      throw new SafetensorsException(
          "tensor hidden.bias: " + hidden + " numbers, expected 1 to " + MOST_HIDDEN);
    }
    double[] deviation = tensor(file, "input.deviation", inputs);
    if (Arrays.stream(deviation).anyMatch(s -> !(s > 0))) {
      throw new SafetensorsException("tensor input.deviation: its numbers must be above 0");
    }
    return new TrainedLayer(
        names,
        tensor(file, "input.mean", inputs),
        deviation,
        tensor(file, "hidden.weight", hidden, inputs),
        tensor(file, "hidden.bias", hidden),
        tensor(file, "output.weight", hidden),
        tensor(file, "output.bias", 1)[0]);
  }

  private static double[] tensor(Safetensors file, String name, int... shape)
      throws SafetensorsException {
    Tensor tensor = file.tensors().get(name);
    if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
      throw new SafetensorsException(
          "tensor "
              + name
              + ": "
              + (tensor == null ? "missing" : "shape " + Arrays.toString(tensor.shape()))
              + ", expected shape "
              + Arrays.toString(shape));
    }
    for (double value : tensor.values()) {
      if (!Double.isFinite(value)) {
        throw new SafetensorsException("tensor " + name + ": " + value + " is no finite number");
      }
    }
    return tensor.values();
  }
}
