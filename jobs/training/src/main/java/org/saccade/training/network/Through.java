package org.saccade.training.network;

/** How far gradients go back. */
public enum Through {
  /** Through all steps: backpropagation through time. */
  TIME,
  /**
   * Through the layers of their own step alone: a membrane's past is a constant (Meng et al.,
   * Towards Memory- and Time-Efficient Backpropagation for Training Spiking Neural Networks, 2023).
   */
  SPACE
}
