package org.saccade.operators.htm.likelihood;

import java.io.Serializable;
import java.util.Objects;

/**
 * The parameters of the anomaly likelihood, in NuPIC's terms.
 *
 * @param tail version of the tail probability
 * @param learningPeriod records at the beginning that the distribution leaves out, while the model
 *     learns
 * @param estimationSamples records after them before the first estimate; until then the likelihood
 *     is ½
 * @param historyWindow records of the past that the distribution is estimated from
 * @param reestimationPeriod records from one estimate to the next
 * @param averagingWindow records that the short-term average is over
 * @param leastMean the distribution's mean is taken to be at least this; NuPIC: 0.03
 */
public record LikelihoodParameters(
    Tail tail,
    int learningPeriod,
    int estimationSamples,
    int historyWindow,
    int reestimationPeriod,
    int averagingWindow,
    double leastMean)
    implements Serializable {

  private static final long serialVersionUID = 1L;

  public LikelihoodParameters {
    Objects.requireNonNull(tail, "tail");
    range("learningPeriod", learningPeriod, 0, 1 << 20);
    range("estimationSamples", estimationSamples, 1, 1 << 20);
    range("historyWindow", historyWindow, 10, 1 << 16);
    range("reestimationPeriod", reestimationPeriod, 1, 1 << 20);
    range("averagingWindow", averagingWindow, 1, 1 << 10);
    if (!(leastMean >= 0 && leastMean < 1)) {
      throw new IllegalArgumentException(
          "leastMean=" + leastMean + " must be at least 0 and below 1");
    }
  }

  /** NuPIC's windows (8640, 100, 10), with this many records of learning and of estimating. */
  public static LikelihoodParameters of(Tail tail, int learningPeriod, int estimationSamples) {
    return new LikelihoodParameters(tail, learningPeriod, estimationSamples, 8640, 100, 10, 0.03);
  }

  /** With another least mean. */
  public LikelihoodParameters withLeastMean(double mean) {
    return new LikelihoodParameters(
        tail,
        learningPeriod,
        estimationSamples,
        historyWindow,
        reestimationPeriod,
        averagingWindow,
        mean);
  }

  private static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }
}
