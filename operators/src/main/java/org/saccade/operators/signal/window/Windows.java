package org.saccade.operators.signal.window;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Functions of the last samples, every so many samples. Each window is worked out from its samples
 * alone. A channel of a window with a missing sample gives NaN; a window of nothing but missing
 * samples is not given.
 *
 * <pre>
 *   state   number of the next sample, then a channel: its last samples, sample n at n mod length
 * </pre>
 */
public final class Windows implements SignalOperator {
  private final WindowParameters parameters;
  private final int channels;
  private final WindowFunction[] functions;
  private final WindowSink sink;
  private final PagedDoubles state;
  private final double[] ring;
  private final double[] window;
  private final double[] scratch;
  private final double[][] values;

  /**
   * @param functions their values follow each other in this order
   */
  public Windows(
      WindowParameters parameters, int channels, WindowSink sink, WindowFunction... functions) {
    this.parameters = parameters;
    this.channels = Samples.channels(channels);
    this.functions = functions.clone();
    this.sink = sink;
    long numbers = 1 + (long) channels * parameters.length();
    if (numbers > 1 << 26) {
      throw new IllegalArgumentException(
          channels
              + " channels of windows of "
              + parameters.length()
              + " samples are "
              + numbers
              + " numbers: at most "
              + (1 << 26));
    }
    state = new PagedDoubles("windows", (int) numbers);
    ring = state.values();
    window = new double[parameters.length()];
    scratch = new double[parameters.length()];
    values = new double[channels][Arrays.stream(functions).mapToInt(WindowFunction::values).sum()];
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    int from = 0;
    while (from < batch.size()) {
      int n = (int) Math.min(batch.size() - from, room());
      for (int c = 0; c < channels; c++) {
        put(batch.channel(c), from, n, c);
      }
      advance(n);
      from += n;
    }
  }

  /** Samples that fit before the next window is full or the ring is at its end. */
  private long room() {
    long next = (long) ring[0];
    return Math.min(untilFull(next), parameters.length() - next % parameters.length());
  }

  private long untilFull(long next) {
    long beyond = next - parameters.length();
    return beyond < 0 ? -beyond : parameters.step() - beyond % parameters.step();
  }

  private int slot(int channel) {
    return 1 + channel * parameters.length() + (int) ((long) ring[0] % parameters.length());
  }

  private void put(double[] x, int from, int n, int channel) {
    int to = slot(channel);
    for (int i = 0; i < n; i++) {
      ring[to + i] = Samples.measured(x[from + i]) ? x[from + i] : Double.NaN;
    }
    state.changed(to, to + n);
  }

  private void advance(long n) {
    ring[0] += n;
    state.changed(0, 1);
    long first = (long) ring[0] - parameters.length();
    if (first >= 0 && first % parameters.step() == 0) {
      give(first);
    }
  }

  private void give(long first) {
    int length = parameters.length();
    int start = (int) (first % length);
    boolean any = false;
    for (int c = 0; c < channels; c++) {
      int at = 1 + c * length;
      System.arraycopy(ring, at + start, window, 0, length - start);
      System.arraycopy(ring, at, window, length - start, start);
      int measured = 0;
      for (double x : window) {
        measured += Double.isNaN(x) ? 0 : 1;
      }
      any |= measured > 0;
      if (measured == length) {
        describe(values[c]);
      } else {
        Arrays.fill(values[c], Double.NaN);
      }
    }
    if (any) {
      sink.window(first, values);
    }
  }

  private void describe(double[] out) {
    int at = 0;
    for (WindowFunction function : functions) {
      System.arraycopy(window, 0, scratch, 0, window.length);
      function.apply(scratch, out, at);
      at += function.values();
    }
  }

  /** Once the ring holds nothing, no window is given until something comes. */
  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
    long left = missing;
    long written = Math.min(missing, parameters.length());
    while (written > 0) {
      int n = (int) Math.min(written, room());
      for (int c = 0; c < channels; c++) {
        int to = slot(c);
        Arrays.fill(ring, to, to + n, Double.NaN);
        state.changed(to, to + n);
      }
      advance(n);
      written -= n;
      left -= n;
    }
    ring[0] += left;
    state.changed(0, 1);
  }

  @Override
  public void clear() {
    state.clear();
  }

  @Override
  public long bytes() {
    return state.bytes() + 16L * window.length + 8L * channels * values[0].length;
  }

  @Override
  public void restore(int number, Page page) {
    state.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    state.flush(sink);
  }
}
