package org.saccade.simulators.eeg;

import org.saccade.simulators.random.CounterRandom;

/** The background of all electrodes: sources over the head, each a sum of slow and fast ones. */
final class Background {
  private static final double LONGEST_SECONDS = 0.6;
  private static final int OCTAVES = 8;
  private static final double SPREAD = 0.6;

  private final double[][] weights;
  private final double[][] state;
  private final double[] decay;
  private final double[] drive;
  private final long[] keys;
  private final double[] sources;

  /**
   * @param sigma standard deviation at every electrode, µV
   */
  Background(Montage montage, double rate, double sigma, long seed) {
    Montage places = Montage.of(2 * montage.size() / 3 + 4);
    weights = new double[montage.size()][places.size()];
    for (int c = 0; c < weights.length; c++) {
      double squares = 0;
      for (int s = 0; s < places.size(); s++) {
        weights[c][s] = montage.nearness(c, places.places()[s], SPREAD);
        squares += weights[c][s] * weights[c][s];
      }
      for (int s = 0; s < places.size(); s++) {
        weights[c][s] *= sigma / StrictMath.sqrt(squares);
      }
    }
    state = new double[places.size()][OCTAVES];
    decay = new double[OCTAVES];
    drive = new double[OCTAVES];
    for (int k = 0; k < OCTAVES; k++) {
      decay[k] = StrictMath.exp(-(1 << k) / (LONGEST_SECONDS * rate));
      drive[k] = StrictMath.sqrt((1 - decay[k] * decay[k]) / OCTAVES);
    }
    keys = new long[places.size()];
    for (int s = 0; s < keys.length; s++) {
      keys[s] = CounterRandom.key(seed, s);
    }
    sources = new double[places.size()];
    // As if it had gone on for ever.
    for (int s = 0; s < keys.length; s++) {
      for (int k = 0; k < OCTAVES; k++) {
        state[s][k] = CounterRandom.gaussian(keys[s], -1 - k) / StrictMath.sqrt(OCTAVES);
      }
    }
  }

  /** Goes on by one sample. */
  void step(long sample) {
    for (int s = 0; s < sources.length; s++) {
      double sum = 0;
      for (int k = 0; k < OCTAVES; k++) {
        double draw =
            CounterRandom.roughGaussian(CounterRandom.bits(keys[s], sample * OCTAVES + k));
        state[s][k] = decay[k] * state[s][k] + drive[k] * draw;
        sum += state[s][k];
      }
      sources[s] = sum;
    }
  }

  /** At an electrode, µV. */
  double at(int electrode) {
    double sum = 0;
    double[] w = weights[electrode];
    for (int s = 0; s < sources.length; s++) {
      sum += w[s] * sources[s];
    }
    return sum;
  }
}
