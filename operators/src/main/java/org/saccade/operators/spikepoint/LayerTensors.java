package org.saccade.operators.spikepoint;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.saccade.operators.safetensors.SafetensorsException;
import org.saccade.operators.safetensors.Tensor;

/** The tensors of a file, taken by name with the shape they must have. */
final class LayerTensors {
  private final Map<String, Tensor> tensors;
  private final Set<String> left;

  LayerTensors(Map<String, Tensor> tensors) {
    this.tensors = tensors;
    this.left = new HashSet<>(tensors.keySet());
  }

  double[] take(String name, int... shape) throws SafetensorsException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new SafetensorsException("tensor " + name + " is missing");
    }
    if (!Arrays.equals(tensor.shape(), shape)) {
      throw new SafetensorsException(
          "tensor "
              + name
              + ": its shape is "
              + Arrays.toString(tensor.shape())
              + ", the metadata ask for "
              + Arrays.toString(shape));
    }
    for (double value : tensor.values()) {
      if (!Double.isFinite(value)) {
        throw new SafetensorsException("tensor " + name + ": holds " + value);
      }
    }
    left.remove(name);
    return tensor.values();
  }

  void maybe(String name) {
    left.remove(name);
  }

  void nothingElse() throws SafetensorsException {
    if (!left.isEmpty()) {
      throw new SafetensorsException(
          "tensor " + left.stream().sorted().findFirst().orElseThrow() + " is no SpikePoint's");
    }
  }
}
