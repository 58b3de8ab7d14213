package org.saccade.operators.signal.resample;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.signal.SampleRing;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Samples at another rate. A sample comes out when the samples half a filter later have come: it is
 * late, never shifted. A missing sample is missing in all that it has a part in.
 */
public final class Resampler implements SignalOperator {
  private static final double BETA = 5;
  private static final int HALF_PERIODS = 10;

  /** Samples that are taken at once. */
  private static final int BLOCK = 256;

  private final int up;
  private final int down;
  private final int half;
  private final double[] taps;
  private final int channels;
  private final ResampleSink sink;
  private final SampleRing ring;
  private final int length;
  private final double[][] last;
  private final double[] values;

  public Resampler(ResampleParameters parameters, int channels, ResampleSink sink) {
    up = parameters.up();
    down = parameters.down();
    int rate = Math.max(up, down);
    half = HALF_PERIODS * rate;
    taps = KaiserLowPass.taps(half, 1.0 / rate, BETA);
    for (int k = 0; k < taps.length; k++) {
      taps[k] *= up;
    }
    this.channels = Samples.channels(channels);
    this.sink = sink;
    length = taps.length / up + 1 + BLOCK;
    ring = new SampleRing("samples for another rate", length, channels);
    last = new double[channels][length];
    values = new double[channels];
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    for (int from = 0; from < batch.size(); ) {
      int to = Math.min(batch.size(), from + BLOCK);
      long due = due();
      ring.put(batch, from, to);
      give(due, due());
      from = to;
    }
  }

  /** Samples of the new rate whose filter's last tap has come. */
  private long due() {
    long reach = ring.next() * up - half;
    return reach <= 0 ? 0 : (reach + down - 1) / down;
  }

  private void give(long from, long to) {
    if (from == to) {
      return;
    }
    long first = Math.max(0, ring.next() - length);
    for (int c = 0; c < channels; c++) {
      ring.copy(c, first, last[c]);
    }
    for (long n = from; n < to; n++) {
      one(n, first);
    }
  }

  /** {@code y[n] = Σ h[n·down + half − m·up] · x[m]}, m from 0 to the last that has come. */
  private void one(long n, long first) {
    long t = n * down + half;
    long from = Math.max(0, (t - taps.length + up) / up);
    long to = Math.min(t / up, ring.next() - 1);
    boolean any = false;
    for (int c = 0; c < channels; c++) {
      double[] x = last[c];
      double sum = 0;
      int k = (int) (t - from * up);
      for (int i = (int) (from - first); i <= (int) (to - first); i++) {
        sum += taps[k] * x[i];
        k -= up;
      }
      values[c] = sum;
      any |= !Double.isNaN(sum);
    }
    if (any) {
      sink.sample(n, values);
    }
  }

  /** The recording is over: what is left comes out as if zeros followed, and all is forgotten. */
  public void end() {
    give(due(), (ring.next() * up + down - 1) / down);
    clear();
  }

  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
    long seen = Math.min(missing, length);
    for (long left = seen; left > 0; ) {
      long n = Math.min(left, BLOCK);
      long due = due();
      ring.skip(n);
      give(due, due());
      left -= n;
    }
    ring.skip(missing - seen);
  }

  @Override
  public void clear() {
    ring.clear();
  }

  @Override
  public long bytes() {
    return ring.bytes() + 8L * (taps.length + (long) channels * length);
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
