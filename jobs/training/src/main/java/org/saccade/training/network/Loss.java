package org.saccade.training.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;

/** What training makes small; scores are {@code [steps, windows, classes]}, 0 to 1. */
public enum Loss {
  /** The paper's: (score - 1 where it is the class, else score)², over classes and steps. */
  MSE {
    @Override
    NDArray of(NDArray scores, NDArray labels) {
      NDArray target = oneHot(scores, labels);
      return scores.sub(target).square().mean().mul(scores.getShape().get(2));
    }
  },
  /**
   * Cross-entropy of softmax(8 · score) of the mean over the steps, a tenth of the label spread
   * over all classes. It begins faster: all neurons silent is no minimum of it.
   */
  CROSS_ENTROPY {
    @Override
    NDArray of(NDArray scores, NDArray labels) {
      long classes = scores.getShape().get(2);
      NDArray logs = scores.mean(new int[] {0}).mul(SHARPNESS).logSoftmax(1);
      NDArray target = oneHot(scores, labels).mul(1 - SMOOTHING).add(SMOOTHING / classes);
      return logs.mul(target).sum(new int[] {1}).mean().neg();
    }
  };

  private static final float SHARPNESS = 8;
  private static final float SMOOTHING = 0.1f;

  /** A number to be made small. */
  abstract NDArray of(NDArray scores, NDArray labels);

  private static NDArray oneHot(NDArray scores, NDArray labels) {
    return labels.oneHot((int) scores.getShape().get(2), DataType.FLOAT32);
  }
}
