package org.saccade.operators.signal.watch;

import org.saccade.operators.paged.PagedDoubles;

/**
 * Jumps of the gain of all channels.
 *
 * <pre>
 *   state   blocks in a row; open; token; begin; how many have closed; factor;
 *           then the last two seconds of q, each sample at its number modulo their length
 * </pre>
 */
final class GainWatch {
  private static final int ROW = 0;
  private static final int OPEN = 1;
  private static final int TOKEN = 2;
  private static final int BEGIN = 3;
  private static final int CLOSED = 4;
  private static final int FACTOR = 5;
  static final int HISTORY = 6;

  private static final double SECONDS = 2;
  private static final int NEEDED = 8;
  private static final int FEW = 4;
  private static final double ALIKE = 0.35;

  /** It is over when the levels are nearer to the usual ones than this share of the jump. */
  private static final double BACK = 0.5;

  private final double[] state;
  private final LevelWatch levels;
  private final int channels;
  private final double threshold;
  private final int length;
  private final int block;
  private final long hold;
  private final ConditionSink sink;
  private final double[] first;
  private final double[] second;
  private final double[] spread;
  private final double[] q;
  private final long[] numbers;

  /** Of the last block: medians over the channels, and how far they lie about it. */
  private double middle;

  private double middleOfSecond;
  private double around;
  private int usable;

  GainWatch(
      WatchParameters parameters,
      LevelWatch levels,
      int channels,
      int block,
      double rate,
      ConditionSink sink,
      PagedDoubles state) {
    this.state = state.values();
    this.levels = levels;
    this.channels = channels;
    this.block = block;
    this.sink = sink;
    hold = parameters.leavesOutGain() ? Math.round(parameters.gainSeconds() * rate) : 0;
    threshold =
        parameters.gainRatio() == 0
            ? Double.POSITIVE_INFINITY
            : StrictMath.log(parameters.gainRatio());
    length = length(rate);
    first = new double[channels];
    second = new double[channels];
    spread = new double[channels];
    q = new double[length];
    numbers = new long[length];
  }

  /** Samples of the history. */
  static int length(double rate) {
    return (int) Math.max(64, Math.round(SECONDS * rate));
  }

  /** Whether what is usual may be learnt from the last block. */
  boolean isQuiet() {
    return state[OPEN] == 0 && state[ROW] == 0;
  }

  /** Whether a sample is left out because the gain is another. */
  boolean isLeftOut(long sample) {
    return state[OPEN] != 0 && sample - (long) state[BEGIN] < hold;
  }

  /** The sample before which no jump will become known any more, all before {@code next} seen. */
  long settled(long next) {
    if (hold == 0 || state[OPEN] != 0) {
      return next;
    }
    return Math.max(0, next / block - LevelWatch.WINDOW - (long) state[ROW]) * block;
  }

  /** Takes {@code q} of samples from a number on. */
  void history(double[] sums, int n, long sample) {
    for (int i = 0; i < n; i++) {
      state[HISTORY + (int) ((sample + i) % length)] = sums[i];
    }
  }

  /**
   * A block is over.
   *
   * @param left channels that say nothing
   * @param end number of the sample behind it
   */
  void blockEnds(boolean[] left, long end) {
    compare(left);
    if (usable == 0) {
      return;
    }
    boolean seen = state[OPEN] == 0 ? jumped() : returned();
    if (!seen) {
      state[ROW] = 0;
      return;
    }
    if (++state[ROW] < NEEDED) {
      return;
    }
    state[ROW] = 0;
    if (state[OPEN] == 0) {
      state[OPEN] = 1;
      state[FACTOR] = middle;
      state[BEGIN] = changed(end);
      state[TOKEN] =
          sink.open(
              Condition.GAIN,
              -1,
              (long) state[CLOSED],
              (long) state[BEGIN],
              end,
              StrictMath.exp(middle));
    } else {
      close(Math.max((long) state[BEGIN], changed(end)), false);
    }
  }

  private void compare(boolean[] left) {
    int n = 0;
    for (int c = 0; c < channels; c++) {
      double a = levels.level(c, 0) - levels.usual(c, 0);
      double b = levels.level(c, 1) - levels.usual(c, 1);
      if (!left[c] && !Double.isNaN(a) && !Double.isNaN(b)) {
        first[n] = a;
        spread[n] = a;
        second[n] = b;
        n++;
      }
    }
    usable = n;
    if (n == 0) {
      return;
    }
    middle = Medians.of(first, n);
    middleOfSecond = Medians.of(second, n);
    for (int k = 0; k < n; k++) {
      spread[k] = Math.abs(spread[k] - middle);
    }
    around = Medians.of(spread, n);
  }

  private boolean jumped() {
    double size = Math.abs(middle);
    return size >= (usable < FEW ? 2 : 1) * threshold
        && Math.abs(middle - middleOfSecond) <= ALIKE * size
        && around <= ALIKE * size;
  }

  private boolean returned() {
    return Math.abs(middle) < BACK * Math.abs(state[FACTOR]);
  }

  /** The most likely sample at which the level of {@code q} changed. */
  private long changed(long end) {
    int n = 0;
    double all = 0;
    for (long sample = Math.max(0, end - length); sample < end; sample++) {
      double value = state[HISTORY + (int) (sample % length)];
      // Where no channel has a difference there is none.
      if (value > 0) {
        q[n] = value;
        numbers[n++] = sample;
        all += value;
      }
    }
    int margin = Math.max(2, n / 32);
    double before = 0;
    double least = Double.POSITIVE_INFINITY;
    long best = end;
    for (int k = 1; k < n - margin; k++) {
      before += q[k - 1];
      if (k < margin) {
        continue;
      }
      double cost =
          k * StrictMath.log(before / k) + (n - k) * StrictMath.log((all - before) / (n - k));
      if (cost < least) {
        least = cost;
        best = numbers[k];
      }
    }
    return best;
  }

  private void close(long end, boolean ended) {
    sink.close(
        Condition.GAIN, -1, (long) state[CLOSED], state[TOKEN], (long) state[BEGIN], end, ended);
    state[OPEN] = 0;
    state[CLOSED]++;
  }

  /** The recording is over. */
  void end(long next) {
    if (state[OPEN] != 0) {
      close(next, true);
    }
  }
}
