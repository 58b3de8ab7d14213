package org.saccade.training.network;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NormTest {
  /** In single precision a mean square less the square of the mean may be below 0. */
  @Test
  void aChannelThatHardlyChangesGivesNumbers() {
    PyTorch.start(1);
    try (NDManager manager = NDManager.newBaseManager()) {
      // A channel each, of numbers that are all the same.
      int channels = 400;
      float[] values = new float[1000 * channels];
      for (int i = 0; i < values.length; i++) {
        values[i] = 3.7f * (1 + i % channels);
      }
      NDArray x = manager.create(values, new Shape(1000, channels));
      Map<String, NDArray> tensors = new HashMap<>();
      tensors.put("layer.bn.weight", manager.ones(new Shape(channels)));
      tensors.put("layer.bn.bias", manager.zeros(new Shape(channels)));
      tensors.put("layer.bn.running_mean", manager.zeros(new Shape(channels)));
      tensors.put("layer.bn.running_var", manager.ones(new Shape(channels)));
      Norm.Moments moments = new Norm.Moments(manager);
      moments.observing(Norm.whole(0.1f)).of("layer", x, tensors);

      float[] normalised = moments.ofAStep(1).of("layer", x, tensors).toFloatArray();

      for (float value : normalised) {
        assertThat(value).isFinite();
      }
    }
  }
}
