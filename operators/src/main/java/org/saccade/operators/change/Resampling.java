package org.saccade.operators.change;

import org.saccade.operators.probability.SplitMix;

/**
 * A warm-up drawn again: blocks of it, begun at random places and laid end to end. Drawn anew it
 * takes the memory that it has.
 */
final class Resampling {
  private final SplitMix random = new SplitMix(0);
  private int samples;
  private int block;
  private int blocks;
  private int[] starts = new int[0];

  /**
   * @param samples of the warm-up
   * @param block samples of a block
   * @param least samples that the result has at least
   */
  Resampling draw(int samples, int block, long least, long seed) {
    this.samples = samples;
    this.block = block;
    blocks = (int) ((least + block - 1) / block);
    if (starts.length < blocks) {
      starts = new int[blocks];
    }
    random.state(seed);
    for (int b = 0; b < blocks; b++) {
      starts[b] = random.nextInt(samples);
    }
    return this;
  }

  int length() {
    return blocks * block;
  }

  int blocks() {
    return blocks;
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
