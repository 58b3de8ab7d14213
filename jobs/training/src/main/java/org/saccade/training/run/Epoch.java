package org.saccade.training.run;

/**
 * What a pass over the windows gave.
 *
 * @param number from 1
 * @param loss mean of the batches', before each update
 * @param accuracy of the changed windows trained on, before each update, 0 to 1
 * @param heldOut accuracy on windows not trained on, 0 to 1; NaN where none were looked at
 */
public record Epoch(int number, double loss, double accuracy, double heldOut) {}
