package org.saccade.operators.classify;

import java.util.Arrays;
import org.saccade.operators.spikepoint.EarlyExit;
import org.saccade.operators.spikepoint.SpikePoint;
import org.saccade.schemas.batch.EventBatch;

/**
 * What a network said of a window.
 *
 * @param best class with the highest score
 * @param scores of all classes
 * @param confidence in the best
 * @param steps that were run
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record Said(int best, double[] scores, double confidence, int steps) {

  static Said by(SpikePoint network, int classes, EventBatch window, long seed, EarlyExit exit) {
    int best = network.classify(window, seed, exit);
    double[] scores = new double[classes];
    Arrays.setAll(scores, network::score);
    return new Said(best, scores, network.confidence(), network.steps());
  }
}
