package org.saccade.operators.signal;

import java.util.List;
import java.util.function.Consumer;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.signal.epoch.EpochParameters;
import org.saccade.operators.signal.epoch.EpochSink;
import org.saccade.operators.signal.epoch.Epochs;
import org.saccade.operators.signal.epoch.Reason;
import org.saccade.operators.signal.epoch.Rejection;
import org.saccade.schemas.batch.SampleBatch;

/** Epochs with a marker every {@value #EVERY} samples, some for samples before, some for later. */
final class MarkedEpochs implements SignalOperator {
  private static final int EVERY = 37;

  private final Epochs epochs;
  private final int channels;

  MarkedEpochs(int channels, Consumer<String> found) {
    this.channels = channels;
    epochs =
        new Epochs(
            new EpochParameters(List.of(), -20, 100, 0, 20, new Rejection(1000, 0.5, 300), 50, 4),
            channels,
            new EpochSink() {
              @Override
              public void epoch(String marker, long sample, double[][] values) {
                for (double[] channel : values) {
                  found.accept(marker + sample + Run.bits(channel));
                }
              }

              @Override
              public void rejected(String marker, long sample, Reason reason, int channel) {
                found.accept(marker + sample + reason + channel);
              }
            });
  }

  private void mark() {
    long n = epochs.next();
    if (n % EVERY == 0) {
      epochs.marker(n + (n * 31) % 400 - 200, "m" + n % 3);
    }
  }

  private long untilMark() {
    return EVERY - epochs.next() % EVERY;
  }

  @Override
  public void process(SampleBatch batch) {
    int from = 0;
    while (from < batch.size()) {
      mark();
      int to = (int) Math.min(batch.size(), from + untilMark());
      double[][] part = new double[channels][to - from];
      for (int c = 0; c < channels; c++) {
        System.arraycopy(batch.channel(c), from, part[c], 0, to - from);
      }
      epochs.process(Recording.batch(part, 0, to - from));
      from = to;
    }
  }

  @Override
  public void gap(long missing) {
    long left = missing;
    while (left > 0) {
      mark();
      long n = Math.min(left, untilMark());
      epochs.gap(n);
      left -= n;
    }
  }

  @Override
  public void clear() {
    epochs.clear();
  }

  @Override
  public long bytes() {
    return epochs.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    epochs.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    epochs.flush(sink);
  }
}
