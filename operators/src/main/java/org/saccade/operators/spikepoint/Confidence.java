package org.saccade.operators.spikepoint;

/**
 * How sure a classification is: the largest of softmax(scores / temperature). The temperature is
 * fitted to labelled data that nothing was trained on.
 *
 * @param temperature above 0
 */
public record Confidence(double temperature) {
  public Confidence {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("temperature=" + temperature + " must be above 0");
    }
  }

  /** At least 1 / classes, at most 1. */
  public double of(double[] scores) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += StrictMath.exp((score - largest) / temperature);
    }
    return 1 / sum;
  }
}
