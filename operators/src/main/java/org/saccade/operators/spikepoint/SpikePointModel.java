package org.saccade.operators.spikepoint;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.saccade.operators.safetensors.Safetensors;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;

/**
 * A trained model: its sizes, how it wants to be fed, the names of its classes, its weights. Read
 * from a safetensors file whose metadata are {@link ModelMetadata} and whose tensors are, of every
 * {@link Layer} NAME,
 *
 * <pre>
 *   NAME.conv.weight    [outputs, inputs, 1]      NAME.linear.weight    [outputs, inputs]
 *   NAME.conv.bias      [outputs]                 NAME.linear.bias      [outputs]
 *   NAME.bn.weight      [outputs]   γ
 *   NAME.bn.bias        [outputs]   β
 *   NAME.bn.running_mean, NAME.bn.running_var     [outputs]
 *   NAME.plif.w         []          a step keeps 1 - sigmoid(w) of the membrane
 * </pre>
 *
 * <p>PyTorch's {@code NAME.bn.num_batches_tracked} may be there and is not used.
 */
public final class SpikePointModel {
  /** What PyTorch adds to a variance. */
  private static final double EPSILON = 1e-5;

  private final ModelMetadata metadata;
  private final SpikingLayer[] layers;
  private final String digest;

  private SpikePointModel(ModelMetadata metadata, SpikingLayer[] layers, String digest) {
    this.metadata = metadata;
    this.layers = layers;
    this.digest = digest;
  }

  /**
   * Takes a model out of a file.
   *
   * @throws SafetensorsException with the tensor's name where one is missing, of another shape, not
   *     finite or unknown, with the key where the metadata are not a SpikePoint's
   */
  public static SpikePointModel of(Safetensors file) throws SafetensorsException {
    ModelMetadata metadata = ModelMetadata.parse(file.metadata());
    List<Layer> names = Layer.of(metadata.parameters());
    LayerTensors tensors = new LayerTensors(file.tensors());
    SpikingLayer[] layers = new SpikingLayer[names.size()];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = layer(names.get(i), tensors, metadata.parameters().reset());
    }
    tensors.nothingElse();
    return new SpikePointModel(metadata, layers, digest(file.toBytes()));
  }

  private static String digest(byte[] file) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(file);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** First 16 hexadecimal digits of SHA-256 over its tensors and metadata as a file. */
  public String digest() {
    return digest;
  }

  private static SpikingLayer layer(Layer layer, LayerTensors tensors, Reset reset)
      throws SafetensorsException {
    int inputs = layer.inputs();
    int outputs = layer.outputs();
    double[] weight = tensors.take(layer.transform() + ".weight", layer.shape());
    double[] bias = tensors.take(layer.transform() + ".bias", outputs).clone();
    double[] scale = new double[outputs];
    Arrays.fill(scale, 1);
    if (layer.normalised()) {
      String norm = layer.name() + ".bn.";
      double[] gamma = tensors.take(norm + "weight", outputs);
      double[] beta = tensors.take(norm + "bias", outputs);
      double[] mean = tensors.take(norm + "running_mean", outputs);
      double[] variance = tensors.take(norm + "running_var", outputs);
      tensors.maybe(norm + "num_batches_tracked");
      for (int o = 0; o < outputs; o++) {
        if (variance[o] < 0) {
          throw new SafetensorsException(
              "tensor " + norm + "running_var: " + variance[o] + " at " + o + " is no variance");
        }
        scale[o] = gamma[o] / Math.sqrt(variance[o] + EPSILON);
        bias[o] = (bias[o] - mean[o]) * scale[o] + beta[o];
      }
    }
    double[] rows = new double[inputs * outputs];
    for (int o = 0; o < outputs; o++) {
      for (int i = 0; i < inputs; i++) {
        rows[i * outputs + o] = weight[o * inputs + i] * scale[o];
      }
    }
    double kept = 1 - 1 / (1 + StrictMath.exp(-tensors.take(layer.name() + ".plif.w")[0]));
    return new SpikingLayer(inputs, outputs, rows, bias, kept, reset);
  }

  public SpikePointParameters parameters() {
    return metadata.parameters();
  }

  public Preprocessing preprocessing() {
    return metadata.preprocessing();
  }

  public Confidence confidence() {
    return metadata.confidence();
  }

  /** Names of the classes, in the order of their scores. */
  public List<String> labels() {
    return metadata.labels();
  }

  SpikingLayer[] spikingLayers() {
    return layers;
  }

  /** A file of a model. */
  public static Safetensors file(ModelMetadata metadata, Map<String, Tensor> tensors) {
    return new Safetensors(metadata.toText(), tensors);
  }
}
