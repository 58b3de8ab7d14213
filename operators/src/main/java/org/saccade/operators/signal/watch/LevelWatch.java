package org.saccade.operators.signal.watch;

import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.signal.Samples;

/**
 * How loud every channel is: energies of differences and of their differences, in blocks.
 *
 * <pre>
 *   state   a channel: value before, difference before; of four blocks: Σ Δx², Σ ΔΔx², how many;
 *           what is usual of both; windows that taught it
 * </pre>
 */
final class LevelWatch {
  private static final int VALUE = 0;
  private static final int DIFFERENCE = 1;
  private static final int BLOCKS = 2;
  private static final int PER_BLOCK = 3;

  /** Blocks of a window: a quarter of a second. */
  static final int WINDOW = 4;

  private static final int USUAL = BLOCKS + PER_BLOCK * WINDOW;
  private static final int TAUGHT = USUAL + 2;
  static final int STRIDE = TAUGHT + 1;

  /** Windows that are averaged before one is an outlier. */
  private static final int FIRST = 8;

  /** Of a channel in the sums: one that is loud by itself must not say when all became so. */
  private static final double MOST = 16;

  private static final double SHARE = 1.0 / 20;
  private static final double FARTHEST = 1.0 / 40;

  private final double[] state;
  private final int channels;
  private final int block;

  LevelWatch(int channels, int block, PagedDoubles state) {
    this.state = state.values();
    this.channels = channels;
    this.block = block;
  }

  /** The recording begins: there is nothing to take a difference to. */
  void begin() {
    for (int c = 0; c < channels; c++) {
      state[c * STRIDE + VALUE] = Double.NaN;
      state[c * STRIDE + DIFFERENCE] = Double.NaN;
    }
  }

  /**
   * A run of one channel's samples within a block.
   *
   * @param place of the block among the window's
   * @param weight of its Δx² in the sums
   * @param sums {@code Σ_c min(16, weight_c · Δx²)} of each sample
   */
  void run(int channel, double[] x, int from, int to, int place, double weight, double[] sums) {
    int s = channel * STRIDE;
    int b = s + BLOCKS + PER_BLOCK * place;
    double before = state[s + VALUE];
    double difference = state[s + DIFFERENCE];
    double first = state[b];
    double second = state[b + 1];
    int n = 0;
    for (int i = from; i < to; i++) {
      double v = x[i];
      double d = Samples.measured(v) ? v - before : Double.NaN;
      double dd = d - difference;
      if (!Double.isNaN(dd)) {
        first += d * d;
        second += dd * dd;
        n++;
        sums[i - from] += Math.min(MOST, weight * d * d);
      }
      before = Samples.measured(v) ? v : Double.NaN;
      difference = d;
    }
    state[s + VALUE] = before;
    state[s + DIFFERENCE] = difference;
    state[b] = first;
    state[b + 1] = second;
    state[b + 2] += n;
  }

  /** A block begins. */
  void clear(int place) {
    for (int c = 0; c < channels; c++) {
      int b = c * STRIDE + BLOCKS + PER_BLOCK * place;
      state[b] = 0;
      state[b + 1] = 0;
      state[b + 2] = 0;
    }
  }

  /**
   * Level of the last window, {@code ½ ln mean}; NaN where a channel is silent or most of it is
   * missing.
   *
   * @param which 0: differences, 1: their differences
   */
  double level(int channel, int which) {
    double sum = 0;
    double n = 0;
    for (int k = 0; k < WINDOW; k++) {
      int b = channel * STRIDE + BLOCKS + PER_BLOCK * k;
      sum += state[b + which];
      n += state[b + 2];
    }
    return n < WINDOW * block / 2.0 || !(sum > 0) ? Double.NaN : 0.5 * StrictMath.log(sum / n);
  }

  /** What is usual for a channel; NaN where it is not known yet. */
  double usual(int channel, int which) {
    int s = channel * STRIDE;
    return state[s + TAUGHT] < FIRST ? Double.NaN : state[s + USUAL + which];
  }

  /** Learns what is usual from the last window. */
  void learn(int channel) {
    int s = channel * STRIDE;
    double level = level(channel, 0);
    double second = level(channel, 1);
    if (Double.isNaN(level) || Double.isNaN(second)) {
      return;
    }
    if (state[s + TAUGHT] < FIRST) {
      state[s + TAUGHT]++;
      double share = 1 / state[s + TAUGHT];
      state[s + USUAL] += share * (level - state[s + USUAL]);
      state[s + USUAL + 1] += share * (second - state[s + USUAL + 1]);
    } else {
      state[s + USUAL] += step(level - state[s + USUAL]);
      state[s + USUAL + 1] += step(second - state[s + USUAL + 1]);
    }
  }

  private static double step(double off) {
    return Math.max(-FARTHEST, Math.min(FARTHEST, SHARE * off));
  }
}
