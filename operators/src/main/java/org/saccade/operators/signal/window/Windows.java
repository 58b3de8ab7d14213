package org.saccade.operators.signal.window;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.signal.SampleRing;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Functions of the last samples, every so many samples. Each window is worked out from its samples
 * alone. A channel of a window with a missing sample gives NaN; a window of nothing but missing
 * samples is not given.
 */
public final class Windows implements SignalOperator {
  private final WindowParameters parameters;
  private final int channels;
  private final WindowFunction[] functions;
  private final WindowSink sink;
  private final SampleRing ring;
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
    ring = new SampleRing("windows", parameters.length(), channels);
    window = new double[parameters.length()];
    scratch = new double[parameters.length()];
    values = new double[channels][Arrays.stream(functions).mapToInt(WindowFunction::values).sum()];
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    int from = 0;
    while (from < batch.size()) {
      int n = (int) Math.min(batch.size() - from, untilFull());
      ring.put(batch, from, from + n);
      from += n;
      giveIfFull();
    }
  }

  /** Samples until the next window is full, at least 1. */
  private long untilFull() {
    long beyond = ring.next() - parameters.length();
    return beyond < 0 ? -beyond : parameters.step() - beyond % parameters.step();
  }

  private void giveIfFull() {
    long first = ring.next() - parameters.length();
    if (first >= 0 && first % parameters.step() == 0) {
      give(first);
    }
  }

  private void give(long first) {
    boolean any = false;
    for (int c = 0; c < channels; c++) {
      ring.copy(c, first, window);
      int measured = 0;
      for (double x : window) {
        measured += Double.isNaN(x) ? 0 : 1;
      }
      any |= measured > 0;
      if (measured == window.length) {
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
    long seen = Math.min(missing, parameters.length());
    for (long left = seen; left > 0; ) {
      long n = Math.min(left, untilFull());
      ring.skip(n);
      left -= n;
      giveIfFull();
    }
    ring.skip(missing - seen);
  }

  @Override
  public void clear() {
    ring.clear();
  }

  @Override
  public long bytes() {
    return ring.bytes() + 16L * window.length + 8L * channels * values[0].length;
  }

  @Override
  public void restore(int number, Page page) {
    ring.restore(number, page);
  }

  @Override
  public void flush(PageSink pages) {
    ring.flush(pages);
  }
}
