package org.saccade.operators.signal.iir;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * The sections on every channel, carried from batch to batch. Where a sample is missing the output
 * is NaN, and the channel's state is what {@link IirParameters} say, never NaN.
 *
 * <pre>
 *   state   phase, then a channel: z1 z2 of every section, last value, missing since, started
 * </pre>
 */
public final class IirFilter implements SignalOperator {
  /** Every so many samples, by their number, what has decayed to nothing is nothing. */
  private static final int SWEEP = 1024;

  private static final double NOTHING = 1e-150;

  private final int channels;
  private final int sections;
  private final double[] coefficients;
  private final double[] settled;
  private final int bridge;
  private final PagedDoubles state;
  private final double[] z;
  private final int stride;

  /**
   * @param rate samples a second
   * @throws IllegalArgumentException if the designs do not fit the rate
   */
  public IirFilter(IirParameters parameters, double rate, int channels) {
    this.channels = Samples.channels(channels);
    Sections all = parameters.sections(rate);
    sections = all.count();
    coefficients = all.coefficients();
    settled =
        parameters.start() == IirParameters.Start.FIRST_SAMPLE
            ? all.settled()
            : new double[2 * sections];
    bridge = parameters.bridge();
    stride = 2 * sections + 3;
    state = new PagedDoubles("a filter's state", 1 + channels * stride);
    z = state.values();
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    int from = 0;
    while (from < batch.size()) {
      int to = Math.min(batch.size(), from + SWEEP - (int) z[0]);
      for (int c = 0; c < channels; c++) {
        stretch(batch.channel(c), from, to, 1 + c * stride);
      }
      advance(to - from);
      from = to;
    }
    state.changed();
  }

  /** Counts samples; a hole's sweeps are one, because nothing changes in it. */
  private void advance(long samples) {
    long place = (long) z[0] + samples;
    z[0] = place % SWEEP;
    if (place >= SWEEP) {
      for (int i = 1; i < z.length; i++) {
        if (Math.abs(z[i]) < NOTHING) {
          z[i] = 0;
        }
      }
    }
  }

  /** Filters runs of measured samples and marks those between. */
  private void stretch(double[] x, int from, int to, int at) {
    int i = from;
    while (i < to) {
      int begin = i;
      while (i < to && Samples.measured(x[i])) {
        i++;
      }
      if (i > begin) {
        resume(x[begin], at);
        run(x, begin, i, at);
      }
      while (i < to && !Samples.measured(x[i])) {
        x[i++] = Double.NaN;
        z[at + 2 * sections + 1]++;
      }
    }
  }

  /** A run of measured samples begins: at a start, after a hole, or right behind the last. */
  private void resume(double first, int at) {
    int last = at + 2 * sections;
    double missing = z[last + 1];
    boolean started = z[last + 2] != 0;
    if (started && missing <= bridge) {
      for (int i = 0; i < (int) missing; i++) {
        held(z[last], at);
      }
    } else {
      for (int k = 0; k < 2 * sections; k++) {
        z[at + k] = settled[k] * first;
      }
    }
    z[last + 1] = 0;
    z[last + 2] = 1;
  }

  /** One step with the last value again; its output is not wanted. */
  private void held(double value, int at) {
    double x = value;
    for (int s = 0; s < sections; s++) {
      int k = Sections.NUMBERS * s;
      int m = at + 2 * s;
      double y = coefficients[k] * x + z[m];
      z[m] = coefficients[k + 1] * x - coefficients[k + 3] * y + z[m + 1];
      z[m + 1] = coefficients[k + 2] * x - coefficients[k + 4] * y;
      x = y;
    }
  }

  /** Direct form II transposed, section after section over the run: one order of operations. */
  private void run(double[] x, int from, int to, int at) {
    double last = x[to - 1];
    for (int s = 0; s < sections; s++) {
      int k = Sections.NUMBERS * s;
      double b0 = coefficients[k];
      double b1 = coefficients[k + 1];
      double b2 = coefficients[k + 2];
      double a1 = coefficients[k + 3];
      double a2 = coefficients[k + 4];
      double z1 = z[at + 2 * s];
      double z2 = z[at + 2 * s + 1];
      for (int i = from; i < to; i++) {
        double in = x[i];
        double y = b0 * in + z1;
        z1 = b1 * in - a1 * y + z2;
        z2 = b2 * in - a2 * y;
        x[i] = y;
      }
      z[at + 2 * s] = z1;
      z[at + 2 * s + 1] = z2;
    }
    z[at + 2 * sections] = last;
  }

  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
    for (int c = 0; c < channels; c++) {
      z[1 + c * stride + 2 * sections + 1] += missing;
    }
    advance(missing);
    state.changed();
  }

  @Override
  public void clear() {
    state.clear();
  }

  @Override
  public long bytes() {
    return state.bytes() + 8L * (coefficients.length + settled.length);
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
