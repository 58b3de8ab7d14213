package org.saccade.operators.signal.epoch;

import java.util.Arrays;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.signal.SampleRing;
import org.saccade.operators.signal.Samples;
import org.saccade.operators.signal.SignalOperator;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Epochs around markers. A marker may come before its samples or after them; while its epoch is
 * within the bounds the epoch is the same. Epochs come out in the order of their last samples,
 * those of late markers at once.
 */
public final class Epochs implements SignalOperator {
  /** Longer names are cut: a marker is a word, and what waits is bounded. */
  private static final int LONGEST_NAME = 256;

  private static final long FARTHEST = 1L << 50;

  private final EpochParameters parameters;
  private final int channels;
  private final boolean[] judged;
  private final EpochSink sink;
  private final SampleRing history;
  private final Waiting waiting = new Waiting();
  private final PagedParts state;
  private final double[][] values;

  public Epochs(EpochParameters parameters, int channels, EpochSink sink) {
    this(parameters, all(Samples.channels(channels)), sink);
  }

  /**
   * @param judged the channels that can be at fault by their values; of the others only a missing
   *     sample counts
   */
  public Epochs(EpochParameters parameters, boolean[] judged, EpochSink sink) {
    this.parameters = parameters;
    this.channels = Samples.channels(judged.length);
    this.judged = judged.clone();
    this.sink = sink;
    history = new SampleRing("samples for epochs", parameters.history(), channels);
    state = new PagedParts(history, waiting);
    values = new double[channels][parameters.length()];
  }

  private static boolean[] all(int channels) {
    boolean[] all = new boolean[channels];
    Arrays.fill(all, true);
    return all;
  }

  /** A marker with a number. */
  public void marker(long sample, int code) {
    marker(sample, Integer.toString(code));
  }

  /**
   * A marker.
   *
   * @param sample number in the recording, which counts missing samples too
   * @param text what it says
   * @throws IllegalArgumentException if the number is beyond ±2⁵⁰
   */
  public void marker(long sample, String text) {
    if (Math.abs(sample) > FARTHEST) {
      throw new IllegalArgumentException(
          "marker at sample " + sample + ": must be within ±" + FARTHEST);
    }
    if (!parameters.counts(text)) {
      return;
    }
    String name = text.length() > LONGEST_NAME ? text.substring(0, LONGEST_NAME) : text;
    if (end(sample) <= history.next()) {
      cut(name, sample);
    } else if (waiting.size() == parameters.waiting()) {
      sink.rejected(name, sample, Reason.CROWDED, -1);
    } else {
      waiting.add(new Marker(name, sample));
    }
  }

  private long start(long sample) {
    return sample + parameters.first();
  }

  /** Behind the epoch's last sample. */
  private long end(long sample) {
    return start(sample) + parameters.length();
  }

  /** Number of the next sample. */
  public long next() {
    return history.next();
  }

  @Override
  public void process(SampleBatch batch) {
    Samples.requireChannels(batch, channels);
    int from = 0;
    while (from < batch.size()) {
      int n = (int) Math.min(batch.size() - from, untilNext());
      history.put(batch, from, from + n);
      from += n;
      cutDue();
    }
  }

  /** Samples until the next epoch is whole; no epoch is due, so it is at least 1. */
  private long untilNext() {
    return waiting.isEmpty() ? Integer.MAX_VALUE : end(waiting.first().sample()) - history.next();
  }

  private void cutDue() {
    while (!waiting.isEmpty() && end(waiting.first().sample()) <= history.next()) {
      Marker marker = waiting.take();
      cut(marker.name(), marker.sample());
    }
  }

  @Override
  public void gap(long missing) {
    Samples.requireMissing(missing);
    long left = missing;
    while (left > 0) {
      long n = Math.min(left, untilNext());
      history.skip(n);
      left -= n;
      cutDue();
    }
  }

  private void cut(String name, long sample) {
    long start = start(sample);
    if (start < 0) {
      sink.rejected(name, sample, Reason.MISSING, -1);
      return;
    }
    if (start < history.next() - parameters.history()) {
      sink.rejected(name, sample, Reason.LATE, -1);
      return;
    }
    for (int c = 0; c < channels; c++) {
      history.copy(c, start, values[c]);
      Rejection rejection = judged[c] ? parameters.rejection() : Rejection.NONE;
      Reason reason = rejection.of(values[c]);
      if (reason != null) {
        sink.rejected(name, sample, reason, c);
        return;
      }
    }
    for (double[] channel : values) {
      takeBaseline(channel);
    }
    sink.epoch(name, sample, values);
  }

  private void takeBaseline(double[] x) {
    int from = parameters.baselineFrom();
    int to = parameters.baselineTo();
    if (from == to) {
      return;
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += x[i];
    }
    double mean = sum / (to - from);
    for (int i = 0; i < x.length; i++) {
      x[i] -= mean;
    }
  }

  /** The recording is over: what waits is told, and all is forgotten. */
  public void end() {
    while (!waiting.isEmpty()) {
      Marker marker = waiting.take();
      sink.rejected(marker.name(), marker.sample(), Reason.ENDED, -1);
    }
    clear();
  }

  @Override
  public void clear() {
    history.clear();
    waiting.clear();
  }

  @Override
  public long bytes() {
    return state.bytes() + 8L * channels * parameters.length() + 128L * waiting.size();
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
