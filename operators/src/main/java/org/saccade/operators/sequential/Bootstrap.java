package org.saccade.operators.sequential;

import org.saccade.operators.probability.SplitMix;

/** Evidence made of blocks of a warm-up, drawn at random and laid end to end. */
final class Bootstrap {
  private final double[] evidence;
  private final int block;
  private final long seed;

  Bootstrap(double[] evidence, int block, long seed) {
    this.evidence = evidence;
    this.block = block;
    this.seed = seed;
  }

  /**
   * Mean samples between the alarms of a CUSUM, over this many alarms or as many samples as so many
   * alarms of twice the expected run length take. Every call draws the same blocks, so that the
   * result rises with the threshold.
   */
  double runLength(double threshold, int alarms, double expected) {
    long most = (long) (2 * expected * alarms);
    SplitMix random = new SplitMix(seed);
    double s = 0;
    long samples = 0;
    int seen = 0;
    while (seen < alarms && samples < most) {
      int from = random.nextInt(evidence.length);
      for (int i = 0; i < block; i++) {
        int at = from + i;
        s = Math.max(0, s + evidence[at < evidence.length ? at : at - evidence.length]);
        if (s >= threshold) {
          seen++;
          s = 0;
        }
      }
      samples += block;
    }
    return (double) samples / Math.max(1, seen);
  }
}
