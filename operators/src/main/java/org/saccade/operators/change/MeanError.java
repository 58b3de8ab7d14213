package org.saccade.operators.change;

import org.saccade.operators.probability.SplitMix;

/**
 * By how much the mean evidence of new samples is off that of the warm-up: the reference was learnt
 * from the warm-up, which is nearer to it than any other samples are. Drawn as the difference of
 * the means of the warm-up and of one drawn again from its blocks, for all series at once.
 *
 * <p>Of one series it is little beside the chance of the alarms; of the sum over eight it is a
 * quarter of the false alarms.
 */
final class MeanError {
  private final double[][] sums;
  private final double[][] error;
  private final int kinds;
  private final int block;
  private final int samples;

  /**
   * @param evidence a row a series, sample after sample, each of {@code kinds} numbers
   * @param block samples that are drawn at once
   */
  MeanError(double[][] evidence, int kinds, int block) {
    this.kinds = kinds;
    this.block = block;
    samples = evidence[0].length / kinds;
    error = new double[evidence.length][kinds];
    // Sums of the samples before each, of the warm-up and a block of it again.
    sums = new double[evidence.length][(samples + block + 1) * kinds];
    for (int i = 0; i < evidence.length; i++) {
      for (int t = 0; t < (samples + block) * kinds; t++) {
        sums[i][t + kinds] = sums[i][t] + evidence[i][t % (samples * kinds)];
      }
    }
  }

  /** Draws another. */
  void draw(SplitMix random) {
    int blocks = (samples + block - 1) / block;
    int[] starts = new int[blocks];
    for (int b = 0; b < blocks; b++) {
      starts[b] = random.nextInt(samples);
    }
    for (int i = 0; i < error.length; i++) {
      for (int k = 0; k < kinds; k++) {
        double drawn = 0;
        for (int start : starts) {
          drawn += sums[i][(start + block) * kinds + k] - sums[i][start * kinds + k];
        }
        double mean = sums[i][samples * kinds + k] / samples;
        error[i][k] = drawn / (blocks * block) - mean;
      }
    }
  }

  /** What is to be added to a sample's evidence. */
  double of(int series, int kind) {
    return error[series][kind];
  }
}
