package org.saccade.training.data;

import java.util.List;
import org.saccade.operators.probability.SplitMix;
import org.saccade.operators.spikepoint.InputCode;
import org.saccade.operators.spikepoint.NetworkInput;
import org.saccade.operators.spikepoint.Preprocessing;
import org.saccade.operators.spikepoint.SpikePointParameters;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.training.network.Batch;

/** Windows as batches of spikes, sampled, grouped and coded by the code that inference uses. */
public final class Batches {
  private final SpikePointParameters parameters;
  private final Preprocessing preprocessing;
  private final NetworkInput input;
  private final EventBatch changed = new EventBatch(1);

  public Batches(SpikePointParameters parameters, Preprocessing preprocessing) {
    this.parameters = parameters;
    this.preprocessing = preprocessing;
    this.input = new NetworkInput(parameters);
  }

  /**
   * A batch; each window has a seed of its own, so that it does not depend on its neighbours.
   *
   * @param seeds one a window, of its change, its points and its spikes
   */
  public Batch of(List<Window> windows, long[] seeds, Augmentation augmentation) {
    int n = windows.size();
    int centroids = parameters.centroids();
    int members = centroids * parameters.neighbours();
    int steps = parameters.code() == InputCode.DIRECT ? 1 : parameters.steps();
    float[] main = new float[steps * n * members * 6];
    float[] middle = new float[steps * n * centroids * 3];
    int[] labels = new int[n];
    for (int w = 0; w < n; w++) {
      take(windows.get(w).events(), seeds[w], augmentation);
      for (int step = 0; step < steps; step++) {
        int at = step * n + w;
        input.step(step, main, at * members * 6, middle, at * centroids * 3);
      }
      labels[w] = windows.get(w).label();
    }
    return new Batch(main, middle, labels);
  }

  private void take(EventBatch window, long seed, Augmentation augmentation) {
    EventBatch events = window;
    if (augmentation != Augmentation.NONE) {
      augmentation.apply(
          window,
          preprocessing.width(),
          preprocessing.height(),
          preprocessing.leastEvents(),
          new SplitMix(SplitMix.at(seed, 0)),
          changed);
      events = changed;
    }
    input.take(events, preprocessing.width(), preprocessing.height(), seed);
  }
}
