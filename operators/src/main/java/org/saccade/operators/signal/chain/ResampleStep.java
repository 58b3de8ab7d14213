package org.saccade.operators.signal.chain;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.PagedDoubles;
import org.saccade.operators.paged.PagedParts;
import org.saccade.operators.signal.resample.ResampleParameters;
import org.saccade.operators.signal.resample.ResampleSink;
import org.saccade.operators.signal.resample.Resampler;
import org.saccade.schemas.batch.SampleBatch;

/** Samples of another rate, gathered into batches; numbers that are left out are a hole. */
final class ResampleStep implements SignalStep, ResampleSink {
  /** Most samples of a batch. */
  private static final int MOST = 512;

  private final SignalShape shape;
  private final boolean same;
  private final Resampler resampler;

  /** Number of the sample that comes out next. */
  private final PagedDoubles next = new PagedDoubles("number at another rate", 1);

  private final PagedParts state;
  private final double[][] gathered;
  private int size;
  private SignalSink out;

  private final SampleBatch batch = new SampleBatch();

  ResampleStep(SignalShape in, SignalShape shape, ResampleParameters parameters) {
    this.shape = shape;
    same = parameters.up() == parameters.down();
    resampler = new Resampler(parameters, in.channels(), this);
    state = new PagedParts(next, resampler);
    gathered = new double[same ? 0 : in.channels()][MOST];
  }

  @Override
  public SignalShape shape() {
    return shape;
  }

  @Override
  public void process(SampleBatch samples, SignalSink to) {
    if (same) {
      to.samples(samples);
      return;
    }
    out = to;
    resampler.process(samples);
    give();
  }

  @Override
  public void gap(long missing, SignalSink to) {
    if (same) {
      to.gap(missing);
      return;
    }
    out = to;
    resampler.gap(missing);
    give();
  }

  @Override
  public void end(SignalSink to) {
    if (!same) {
      out = to;
      resampler.end();
      give();
    }
  }

  @Override
  public void sample(long number, double[] values) {
    long expected = (long) next.values()[0];
    if (number > expected) {
      give();
      out.gap(number - expected);
    }
    for (int c = 0; c < values.length; c++) {
      gathered[c][size] = values[c];
    }
    size++;
    next.values()[0] = number + 1;
    next.changed(0, 1);
    if (size == MOST) {
      give();
    }
  }

  private void give() {
    if (size == 0) {
      return;
    }
    batch.shape(gathered.length, size);
    for (int c = 0; c < gathered.length; c++) {
      System.arraycopy(gathered[c], 0, batch.channel(c), 0, size);
    }
    size = 0;
    out.samples(batch);
  }

  @Override
  public long bytes() {
    return state.bytes() + 16L * MOST * gathered.length;
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
