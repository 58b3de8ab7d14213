package org.saccade.operators.signal.watch;

import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.signal.Samples;

/**
 * Channels that hold a value or are cut off at one.
 *
 * <pre>
 *   state   a channel: begin, lowest and highest of the run; least and most before it; which is
 *           open, its token and begin; how many have closed; equal samples at an extreme: of the
 *           last eight blocks, first and last of them; samples of the run, missing ones left out
 * </pre>
 */
final class StuckWatch {
  private static final int BEGIN = 0;
  private static final int LOW = 1;
  private static final int HIGH = 2;
  private static final int LEAST = 3;
  private static final int MOST = 4;
  private static final int OPEN = 5;
  private static final int TOKEN = 6;
  private static final int SINCE = 7;
  private static final int CLOSED = 8;
  private static final int CUT_FIRST = 9;
  private static final int CUT_LAST = 10;
  private static final int HELD = 11;
  private static final int CUT = 12;
  private static final int BLOCKS = 8;
  static final int STRIDE = CUT + BLOCKS;

  private static final int FLAT = 1;
  private static final int RAILED = 2;
  private static final int CUT_OFF = 3;

  /** Fewest equal samples in a row at an extreme. */
  private static final int IN_A_ROW = 3;

  private static final double SHARE = 0.3;
  private static final int SMALLEST_CONVERTER = 9;
  private static final int LARGEST_CONVERTER = 31;

  private final double[] state;
  private final long needed;
  private final int block;
  private final double[] tolerance;
  private final Scales scales;
  private final ConditionSink sink;
  private final boolean leaveOut;
  private final int channels;

  StuckWatch(
      WatchParameters parameters,
      int channels,
      double rate,
      int block,
      Scales scales,
      ConditionSink sink,
      PagedDoubles state) {
    this.state = state.values();
    this.channels = channels;
    this.block = block;
    this.scales = scales;
    this.sink = sink;
    leaveOut = parameters.leaveOut();
    needed =
        parameters.flatSeconds() == 0
            ? Long.MAX_VALUE
            : Math.max(2, Math.round(parameters.flatSeconds() * rate));
    tolerance = new double[channels];
    for (int c = 0; c < channels; c++) {
      tolerance[c] = scales.isVoltage(c) ? parameters.flatMicrovolts() : 0;
    }
  }

  /** Whether a channel is stuck now. */
  boolean isOpen(int channel) {
    return state[channel * STRIDE + OPEN] != 0;
  }

  /**
   * A run of one channel's samples within a block.
   *
   * @param first number in the recording of sample {@code from} of the array
   * @param place of the block among eight
   */
  void run(int channel, double[] x, int from, int to, long first, int place) {
    int at = channel * STRIDE;
    double low = state[at + LOW];
    double high = state[at + HIGH];
    double near = tolerance[channel];
    for (int i = from; i < to; i++) {
      double v = x[i];
      if (!Samples.measured(v)) {
        continue;
      }
      long sample = first + i - from;
      double lower = Math.min(low, v);
      double higher = Math.max(high, v);
      if (state[at + HELD] > 0 && higher - lower <= near) {
        low = lower;
        high = higher;
        long length = Math.min((long) ++state[at + HELD], sample - (long) state[at + BEGIN] + 1);
        if (length >= IN_A_ROW && low == high) {
          cut(at, place, sample, low, length);
        }
        if (length >= needed && state[at + OPEN] == 0) {
          stuck(channel, at, low, high, sample);
        }
      } else {
        if (state[at + OPEN] == FLAT || state[at + OPEN] == RAILED) {
          close(channel, at, sample, false);
        }
        fold(at, low, high);
        low = v;
        high = v;
        state[at + BEGIN] = sample;
        state[at + HELD] = 1;
      }
      if (leaveOut && state[at + OPEN] != 0) {
        x[i] = Double.NaN;
      }
    }
    state[at + LOW] = low;
    state[at + HIGH] = high;
  }

  /** A run is over: what it held is what was before. */
  private void fold(int at, double low, double high) {
    if (state[at + HELD] == 0) {
      state[at + LEAST] = Double.POSITIVE_INFINITY;
      state[at + MOST] = Double.NEGATIVE_INFINITY;
    } else {
      state[at + LEAST] = Math.min(state[at + LEAST], low);
      state[at + MOST] = Math.max(state[at + MOST], high);
    }
  }

  /** Equal samples in a row, at what was an extreme before them: the third counts for three. */
  private void cut(int at, int place, long sample, double value, long length) {
    if (value != state[at + LEAST] && value != state[at + MOST]) {
      return;
    }
    if (allCut(at) == 0) {
      state[at + CUT_FIRST] = sample - length + 1;
    }
    state[at + CUT + place] += length == IN_A_ROW ? IN_A_ROW : 1;
    state[at + CUT_LAST] = sample;
  }

  private double allCut(int at) {
    double all = 0;
    for (int k = 0; k < BLOCKS; k++) {
      all += state[at + CUT + k];
    }
    return all;
  }

  private void stuck(int channel, int at, double low, double high, long sample) {
    state[at + SINCE] = state[at + BEGIN];
    boolean limit = low == high && isLimit(scales.stored(channel, low));
    open(channel, at, limit ? RAILED : FLAT, sample + 1);
  }

  /** Whether it is the largest or smallest number of a converter of 10 to 32 bits. */
  static boolean isLimit(double stored) {
    double whole = Math.rint(stored);
    if (Math.abs(stored - whole) > 1e-6 * Math.max(1, Math.abs(whole))) {
      return false;
    }
    for (int k = SMALLEST_CONVERTER; k <= LARGEST_CONVERTER; k++) {
      double power = (double) (1L << k);
      if (whole == power - 1 || whole == -power || whole == 1 - power) {
        return true;
      }
    }
    return false;
  }

  /**
   * A block is over: cut-off channels are opened and closed here.
   *
   * @param end number of the sample behind it
   * @param next place of the block that begins
   */
  void blockEnds(long end, int next) {
    if (needed == Long.MAX_VALUE) {
      return;
    }
    for (int c = 0; c < channels; c++) {
      int at = c * STRIDE;
      double all = allCut(at);
      if (state[at + OPEN] == 0 && all >= SHARE * BLOCKS * block) {
        state[at + SINCE] = state[at + CUT_FIRST];
        open(c, at, CUT_OFF, end);
      } else if (state[at + OPEN] == CUT_OFF && all == 0) {
        close(c, at, (long) state[at + CUT_LAST] + 1, false);
      }
      state[at + CUT + next] = 0;
    }
  }

  private static Condition condition(double open) {
    return open == FLAT ? Condition.FLAT : Condition.RAILED;
  }

  private long number(int channel, int at) {
    return (long) state[at + CLOSED] * channels + channel;
  }

  private void open(int channel, int at, int what, long known) {
    state[at + OPEN] = what;
    state[at + TOKEN] =
        sink.open(
            condition(what), channel, number(channel, at), (long) state[at + SINCE], known, 0);
  }

  private void close(int channel, int at, long end, boolean ended) {
    sink.close(
        condition(state[at + OPEN]),
        channel,
        number(channel, at),
        state[at + TOKEN],
        (long) state[at + SINCE],
        end,
        ended);
    state[at + OPEN] = 0;
    state[at + CLOSED]++;
  }

  /** The recording is over. */
  void end(long next) {
    for (int c = 0; c < channels; c++) {
      if (state[c * STRIDE + OPEN] != 0) {
        close(c, c * STRIDE, next, true);
      }
    }
  }
}
