package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import java.util.HashMap;
import java.util.Map;

/**
 * Batch norms, {@code (x - mean) / sqrt(variance + 1e-5) · γ + β}, over all rows and steps of a
 * batch.
 */
abstract class Norm {
  /** PyTorch's own. */
  private static final float EPSILON = 1e-5f;

  /**
   * Normalises.
   *
   * @param layer whose tensors {@code NAME.bn.…} are used
   * @param x {@code [rows, channels]}
   */
  abstract NDArray of(String layer, NDArray x, Map<String, NDArray> tensors);

  /**
   * PyTorch's: by the running mean and variance, or by those of the rows at hand, which then go
   * into the running ones.
   *
   * @param momentum their part in the running ones; 0: by the running ones
   */
  static Norm whole(float momentum) {
    return new Norm() {
      @Override
      NDArray of(String layer, NDArray x, Map<String, NDArray> tensors) {
        String norm = layer + ".bn.";
        return x.getNDArrayInternal()
            .batchNorm(
                x,
                tensors.get(norm + "running_mean"),
                tensors.get(norm + "running_var"),
                tensors.get(norm + "weight"),
                tensors.get(norm + "bias"),
                1,
                momentum,
                EPSILON,
                momentum > 0)
            .singletonOrThrow();
      }
    };
  }

  /** Means of x and x² by layer, over all steps. */
  record Moments(NDManager manager, Map<String, NDArray> first, Map<String, NDArray> second) {
    Moments(NDManager manager) {
      this(manager, new HashMap<>(), new HashMap<>());
    }

    /** Another norm, and the moments of what it normalises are taken down. */
    Norm observing(Norm norm) {
      return new Norm() {
        @Override
        NDArray of(String layer, NDArray x, Map<String, NDArray> tensors) {
          NDArray mean = x.mean(new int[] {0});
          mean.attach(manager);
          first.put(layer, mean);
          try (NDArray square = x.square()) {
            NDArray meanSquare = square.mean(new int[] {0});
            meanSquare.attach(manager);
            second.put(layer, meanSquare);
          }
          return norm.of(layer, x, tensors);
        }
      };
    }

    /**
     * The norm of one step's rows by the moments of all steps; the gradient reaches the moments by
     * this step's part in them.
     *
     * @param steps how many
     */
    Norm ofAStep(int steps) {
      return new Norm() {
        @Override
        NDArray of(String layer, NDArray x, Map<String, NDArray> tensors) {
          NDArray mean = share(first.get(layer), x.mean(new int[] {0}), steps);
          NDArray square = share(second.get(layer), x.square().mean(new int[] {0}), steps);
          // Rounding makes the difference negative where a channel hardly changes.
          NDArray variance = square.sub(mean.square()).maximum(0);
          NDArray scale = variance.add(EPSILON).pow(-0.5f).mul(tensors.get(layer + ".bn.weight"));
          return x.mul(scale).add(tensors.get(layer + ".bn.bias").sub(mean.mul(scale)));
        }
      };
    }

    private static NDArray share(NDArray all, NDArray own, int steps) {
      return own.sub(own.stopGradient()).div(steps).add(all);
    }
  }
}
