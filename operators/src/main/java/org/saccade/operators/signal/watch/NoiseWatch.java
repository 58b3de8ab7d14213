package org.saccade.operators.signal.watch;

import org.saccade.operators.paged.PagedDoubles;

/**
 * Channels that are much louder than the others of their kind.
 *
 * <pre>
 *   state   a channel: blocks in a row for which it was; begin of them; whether it is open, its
 *           token, how many have closed; end of the last loud block
 * </pre>
 */
final class NoiseWatch {
  private static final int ROW = 0;
  private static final int BEGIN = 1;
  private static final int OPEN = 2;
  private static final int TOKEN = 3;
  private static final int CLOSED = 4;
  private static final int LAST = 5;
  static final int STRIDE = 6;

  private static final int FEWEST = 4;

  /** Once open it is over only below this share of the ratio, of which logarithms are taken. */
  private static final double BACK = 0.6;

  /** Blocks for which it must be over. */
  private static final int OVER = 10;

  private final double[] state;
  private final LevelWatch levels;
  private final int[][] kinds;
  private final double threshold;
  private final long needed;
  private final int block;
  private final ConditionSink sink;
  private final int channels;
  private final double[] sorted;

  /**
   * @param kinds channels of each kind
   */
  NoiseWatch(
      WatchParameters parameters,
      LevelWatch levels,
      int channels,
      int[][] kinds,
      int block,
      double rate,
      ConditionSink sink,
      PagedDoubles state) {
    this.state = state.values();
    this.levels = levels;
    this.channels = channels;
    this.kinds = kinds;
    this.block = block;
    this.sink = sink;
    threshold =
        parameters.noisyRatio() == 0
            ? Double.POSITIVE_INFINITY
            : StrictMath.log(parameters.noisyRatio());
    needed = Math.max(1, Math.round(parameters.noisySeconds() * rate / block));
    sorted = new double[channels];
  }

  boolean isOpen(int channel) {
    return state[channel * STRIDE + OPEN] != 0;
  }

  /**
   * A block is over.
   *
   * @param stuck channels that say nothing
   * @param end number of the sample behind it
   */
  void blockEnds(boolean[] stuck, long end) {
    for (int[] kind : kinds) {
      double middle = median(kind, stuck);
      for (int c : kind) {
        double above = levels.level(c, 0) - middle;
        if (!Double.isNaN(above)) {
          judge(c, above, end);
        }
      }
    }
  }

  private double median(int[] kind, boolean[] stuck) {
    int n = 0;
    for (int c : kind) {
      double level = levels.level(c, 0);
      if (!stuck[c] && !Double.isNaN(level)) {
        sorted[n++] = level;
      }
    }
    return n < FEWEST ? Double.NaN : Medians.of(sorted, n);
  }

  private void judge(int channel, double above, long end) {
    int at = channel * STRIDE;
    if (state[at + OPEN] == 0) {
      if (above < threshold) {
        state[at + ROW] = 0;
        return;
      }
      if (state[at + ROW]++ == 0) {
        // The window became loud by this block.
        state[at + BEGIN] = Math.max(0, end - block);
      }
      if (state[at + ROW] >= needed) {
        state[at + OPEN] = 1;
        state[at + LAST] = end;
        state[at + ROW] = 0;
        state[at + TOKEN] =
            sink.open(
                Condition.NOISY,
                channel,
                number(channel),
                (long) state[at + BEGIN],
                end,
                StrictMath.exp(above));
      }
      return;
    }
    if (above >= BACK * threshold) {
      state[at + ROW] = 0;
      state[at + LAST] = end;
    } else if (++state[at + ROW] >= OVER) {
      // A window is loud for as long as its first block is.
      close(channel, (long) state[at + LAST] - (LevelWatch.WINDOW - 1L) * block, false);
    }
  }

  private long number(int channel) {
    return (long) state[channel * STRIDE + CLOSED] * channels + channel;
  }

  private void close(int channel, long end, boolean ended) {
    int at = channel * STRIDE;
    long begin = (long) state[at + BEGIN];
    sink.close(
        Condition.NOISY,
        channel,
        number(channel),
        state[at + TOKEN],
        begin,
        Math.max(begin, end),
        ended);
    state[at + OPEN] = 0;
    state[at + ROW] = 0;
    state[at + CLOSED]++;
  }

  /** The recording is over. */
  void end(long next) {
    for (int c = 0; c < channels; c++) {
      if (isOpen(c)) {
        close(c, next, true);
      }
    }
  }
}
