package org.saccade.operators.change;

import org.saccade.operators.probability.SplitMix;

/** A warm-up drawn again: blocks of it, begun at random places and laid end to end. */
final class Resampling {
  private final int samples;
  private final int block;
  private final int[] starts;

  /**
   * @param samples of the warm-up
   * @param block samples of a block
   * @param least samples that the result has at least
   */
  Resampling(int samples, int block, long least, long seed) {
    this.samples = samples;
    this.block = block;
    starts = new int[(int) ((least + block - 1) / block)];
    SplitMix random = new SplitMix(seed);
    for (int b = 0; b < starts.length; b++) {
      starts[b] = random.nextInt(samples);
    }
  }

  int length() {
    return starts.length * block;
  }

  int blocks() {
    return starts.length;
  }

  int block() {
    return block;
  }

  /** Sample of the warm-up at which a block begins; it goes on from the last to the first. */
  int start(int b) {
    return starts[b];
  }

  /** The sample of the warm-up that comes after one in a block. */
  int after(int sample) {
    return sample + 1 < samples ? sample + 1 : 0;
  }

  /** The sample of the warm-up that is the t-th. */
  int sample(int t) {
    int at = starts[t / block] + t % block;
    return at < samples ? at : at - samples;
  }

  int endOfBlock(int t) {
    return (t / block + 1) * block;
  }

  /** Fewer alarms than can be counted: one more may have been about to come. */
  static double runLength(int samples, int alarms) {
    return samples / (alarms == 0 ? 0.5 : alarms);
  }
}
