package org.saccade.operators.spikepoint;

import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;
import org.saccade.schemas.batch.EventBatch;

/**
 * Classifies windows of events, one after the other; between windows it remembers nothing but the
 * last answer. The same window and seed give the same answer, wherever it is computed.
 */
public final class SpikePoint {
  /** Hashes of the seed below belong to the points, groups and spikes of the first sampling. */
  private static final long SAMPLINGS = 16;

  private final SpikePointModel model;
  private final SpikePointParameters parameters;
  private final NetworkInput input;
  private final PointLayers points;
  private final Voting voting;
  private final byte[] top;
  private final double[] scores;
  private int steps;

  /** In single precision. */
  public SpikePoint(SpikePointModel model) {
    this(model, Precision.SINGLE);
  }

  public SpikePoint(SpikePointModel model, Precision precision) {
    this.model = model;
    parameters = model.parameters();
    input = new NetworkInput(parameters);
    SpikingLayer[] layers = model.spikingLayers();
    SpikingLayer[] pointLayers = Arrays.copyOf(layers, 11);
    points =
        precision == Precision.SINGLE
            ? new LaneNetwork(parameters, pointLayers)
            : new PointNetwork(parameters, pointLayers);
    voting = new Voting(layers[11], layers[12], parameters.classes());
    top = new byte[parameters.steps() * parameters.widths().c4()];
    scores = new double[parameters.classes()];
  }

  /**
   * Classifies a window.
   *
   * @param window its events in the order of their times, at least one, already cropped
   * @param seed of every random choice: a hash of the key, the session and the window
   * @param exit when fewer steps than the model's are enough
   * @return the class with the highest score, the first of equals
   */
  public int classify(EventBatch window, long seed, EarlyExit exit) {
    voting.reset();
    int all = parameters.samplings() * parameters.steps();
    int from = 0;
    for (int to = exit.least(); ; to += exit.every()) {
      to = Math.min(to, all);
      run(window, seed, from, to);
      from = to;
      if (to == all || model.confidence().of(scores) >= exit.threshold()) {
        steps = to;
        return best();
      }
    }
  }

  /** Steps are counted over all samplings. */
  private void run(EventBatch window, long seed, int from, int to) {
    int length = parameters.steps();
    int at = from;
    while (at < to) {
      int sampling = at / length;
      int first = at % length;
      if (first == 0) {
        sample(window, sampling == 0 ? seed : SplitMix.at(seed, SAMPLINGS + sampling));
      }
      int end = Math.min(length, first + to - at);
      points.run(input.code(), first, end, top);
      for (int step = first; step < end; step++) {
        voting.step(top, step * parameters.widths().c4());
      }
      at += end - first;
    }
    voting.scores(to, scores);
  }

  private void sample(EventBatch window, long seed) {
    Preprocessing preprocessing = model.preprocessing();
    input.take(window, preprocessing.width(), preprocessing.height(), seed);
    points.reset();
    voting.silence();
    Arrays.fill(top, (byte) 0);
  }

  private int best() {
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return best;
  }

  /** Score of a class in the last window, 0 to 1. */
  public double score(int label) {
    return scores[label];
  }

  /** The calibrated confidence in the last answer, 1 / classes to 1. */
  public double confidence() {
    return model.confidence().of(scores);
  }

  /** Steps the last window took, over all its samplings. */
  public int steps() {
    return steps;
  }

  /** Whether any point spiked in a channel of the last width: {@code step * c4 + channel}. */
  byte[] top() {
    return top;
  }

  PointLayers points() {
    return points;
  }

  RateCode code() {
    return input.code();
  }
}
