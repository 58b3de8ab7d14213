package org.saccade.training.run;

import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.training.data.Augmentation;
import org.saccade.training.network.Loss;
import org.saccade.training.network.Through;

/**
 * All that decides how a training runs; the same plan and windows give the same weights.
 *
 * @param parameters of the network
 * @param preprocessing of its windows
 * @param epochs passes over the windows
 * @param batch windows of an update
 * @param rate largest learning rate
 * @param decay of the weights, a part of the rate
 * @param loss that is made small
 * @param through how far gradients go back
 * @param alpha how narrow the gradient in place of the step's is; 2 is usual
 * @param augmentation of the windows trained on
 * @param seed of every draw
 */
public record Plan(
    SpikePointParameters parameters,
    Preprocessing preprocessing,
    int epochs,
    int batch,
    double rate,
    double decay,
    Loss loss,
    Through through,
    double alpha,
    Augmentation augmentation,
    long seed) {
  /** Part of the updates in which the rate rises. */
  private static final double WARM_UP = 0.1;

  private static final double FIRST_RATE = 0.04;

  public Plan {
    atLeast("epochs", epochs, 1);
    atLeast("batch", batch, 2);
    if (!(rate > 0 && rate < 1)) {
      throw new IllegalArgumentException("rate=" + rate + " must be between 0 and 1");
    }
    if (!(alpha > 0 && alpha <= 100)) {
      throw new IllegalArgumentException("alpha=" + alpha + " must be above 0, at most 100");
    }
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("decay=" + decay + " must be at least 0 and below 1");
    }
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + "=" + value + " must be at least " + least);
    }
  }

  /** What of it the weights depend on: how often windows are sampled afterwards is left out. */
  Plan trained() {
    return new Plan(
        parameters.withSamplings(1),
        preprocessing,
        epochs,
        batch,
        rate,
        decay,
        loss,
        through,
        alpha,
        augmentation,
        seed);
  }

  /**
   * The rate of an update: up and down by half a cosine each (Smith and Topin's one cycle).
   *
   * @param updates in all
   */
  double rate(long update, long updates) {
    double at = (update + 0.5) / updates;
    if (at < WARM_UP) {
      return rate * (FIRST_RATE + (1 - FIRST_RATE) * half(at / WARM_UP));
    }
    return rate * (1 - half((at - WARM_UP) / (1 - WARM_UP)));
  }

  /** From 0 at 0 to 1 at 1. */
  private static double half(double at) {
    return (1 - StrictMath.cos(StrictMath.PI * at)) / 2;
  }
}
