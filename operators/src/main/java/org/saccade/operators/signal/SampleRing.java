package org.saccade.operators.signal;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.schemas.batch.SampleBatch;

/**
 * The last samples of some channels; what is missing is NaN. Samples are numbered from the
 * recording's first, missing ones too.
 *
 * <pre>
 *   state   number of the next sample, then a channel: sample n at n mod length
 * </pre>
 */
public final class SampleRing implements Paged {
  private static final int MOST = 1 << 26;

  private final int length;
  private final int channels;
  private final PagedDoubles state;
  private final double[] ring;

  /**
   * @param what they are kept for, for messages
   * @param length samples a channel, at least 1
   * @throws IllegalArgumentException if it would hold more than 2²⁶ numbers
   */
  public SampleRing(String what, int length, int channels) {
    this.length = length;
    this.channels = Samples.channels(channels);
    long numbers = 1 + (long) length * channels;
    if (numbers > MOST) {
      throw new IllegalArgumentException(
          what
              + ": "
              + channels
              + " channels of "
              + length
              + " samples are "
              + numbers
              + " numbers, must be at most "
              + MOST);
    }
    state = new PagedDoubles(what, (int) numbers);
    ring = state.values();
  }

  /** Number of the next sample. */
  public long next() {
    return (long) ring[0];
  }

  /** Takes samples {@code from} to before {@code to} of a batch. */
  public void put(SampleBatch batch, int from, int to) {
    for (int i = from; i < to; ) {
      int slot = (int) (next() % length);
      int run = Math.min(to - i, length - slot);
      for (int c = 0; c < channels; c++) {
        put(batch.channel(c), i, 1 + c * length + slot, run);
      }
      count(run);
      i += run;
    }
  }

  private void put(double[] x, int from, int at, int run) {
    for (int k = 0; k < run; k++) {
      double v = x[from + k];
      ring[at + k] = Samples.measured(v) ? v : Double.NaN;
    }
    state.changed(at, at + run);
  }

  /** So many samples are missing; a hole as long as the ring leaves nothing in it. */
  public void skip(long missing) {
    long written = Math.min(missing, length);
    while (written > 0) {
      int slot = (int) (next() % length);
      int run = (int) Math.min(written, length - slot);
      for (int c = 0; c < channels; c++) {
        int at = 1 + c * length + slot;
        Arrays.fill(ring, at, at + run, Double.NaN);
        state.changed(at, at + run);
      }
      count(run);
      written -= run;
    }
    count(missing - Math.min(missing, length));
  }

  private void count(long n) {
    ring[0] += n;
    state.changed(0, 1);
  }

  /**
   * Copies a channel's samples from a number on, as many as fit; all must be among the last {@code
   * length}.
   */
  public void copy(int channel, long first, double[] to) {
    int at = 1 + channel * length;
    int slot = (int) (first % length);
    int run = Math.min(to.length, length - slot);
    System.arraycopy(ring, at + slot, to, 0, run);
    System.arraycopy(ring, at, to, run, to.length - run);
  }

  /** No sample has come. */
  public void clear() {
    state.clear();
  }

  @Override
  public long bytes() {
    return state.bytes();
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
