package org.saccade.training.network;

import java.util.LinkedHashMap;
import java.util.Map;
import org.saccade.operators.safetensors.Tensor;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), on plain arrays, so that its
 * state can be kept and brought back to the bit.
 *
 * <pre>
 *   m ← β1 m + (1 - β1) g      v ← β2 v + (1 - β2) g²
 *   p ← p - rate · (m / (1 - β1^n) / (sqrt(v / (1 - β2^n)) + ε) + decay · p)
 * </pre>
 *
 * β1 = 0.9, β2 = 0.999, ε = 1e-8; only matrices decay.
 */
public final class AdamW {
  private static final double BETA1 = 0.9;
  private static final double BETA2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Weights weights;
  private final double decay;
  private final Map<String, float[]> first = new LinkedHashMap<>();
  private final Map<String, float[]> second = new LinkedHashMap<>();
  private long updates;

  public AdamW(Weights weights, double decay) {
    this.weights = weights;
    this.decay = decay;
    for (Weights.Entry entry : weights.entries()) {
      if (entry.trained()) {
        first.put(entry.name(), new float[entry.values().length]);
        second.put(entry.name(), new float[entry.values().length]);
      }
    }
  }

  /** One update of every trained tensor by its gradient. */
  public void update(Map<String, float[]> gradients, double rate) {
    updates++;
    double unbias1 = 1 / (1 - StrictMath.pow(BETA1, updates));
    double unbias2 = 1 / (1 - StrictMath.pow(BETA2, updates));
    for (Weights.Entry entry : weights.entries()) {
      if (entry.trained()) {
        update(
            entry,
            gradients.get(entry.name()),
            (float) (rate * unbias1),
            (float) unbias2,
            (float) (entry.decayed() ? rate * decay : 0));
      }
    }
  }

  private void update(
      Weights.Entry entry, float[] gradient, float rate, float unbias2, float decayed) {
    float[] p = entry.values();
    float[] m = first.get(entry.name());
    float[] v = second.get(entry.name());
    for (int i = 0; i < p.length; i++) {
      float g = gradient[i];
      m[i] = (float) BETA1 * m[i] + (float) (1 - BETA1) * g;
      v[i] = (float) BETA2 * v[i] + (float) (1 - BETA2) * g * g;
      float root = (float) Math.sqrt(v[i] * unbias2) + (float) EPSILON;
      p[i] -= rate * m[i] / root + decayed * p[i];
    }
  }

  /** How often it has updated. */
  public long updates() {
    return updates;
  }

  /** The moments, as {@code first.NAME} and {@code second.NAME}. */
  public Map<String, Tensor> tensors() {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    first.forEach((name, values) -> tensors.put("first." + name, tensor(values)));
    second.forEach((name, values) -> tensors.put("second." + name, tensor(values)));
    return tensors;
  }

  /** Takes over what {@link #tensors} gave, after so many updates. */
  public void take(Map<String, Tensor> tensors, long updatesSoFar) {
    first.forEach((name, values) -> copy(tensors, "first." + name, values));
    second.forEach((name, values) -> copy(tensors, "second." + name, values));
    updates = updatesSoFar;
  }

  private static void copy(Map<String, Tensor> tensors, String name, float[] into) {
    Tensor tensor = tensors.get(name);
    if (tensor == null || tensor.values().length != into.length) {
      throw new IllegalArgumentException(
          "tensor " + name + " is missing or is of a network of other sizes");
    }
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) tensor.values()[i];
    }
  }

  private static Tensor tensor(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return Tensor.floats(doubles, values.length);
  }
}
