package org.saccade.operators.signal.chain;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.signal.iir.IirFilter;
import org.saccade.operators.signal.iir.IirParameters;
import org.saccade.schemas.batch.SampleBatch;

/** Causal filters on every channel, or none. */
final class FilterStep implements SignalStep {
  private final SignalShape shape;
  private final IirFilter filter;

  /**
   * @param parameters null: all passes
   */
  FilterStep(SignalShape shape, IirParameters parameters) {
    this.shape = shape;
    filter =
        parameters == null ? null : new IirFilter(parameters, shape.rate().hz(), shape.channels());
  }

  @Override
  public SignalShape shape() {
    return shape;
  }

  @Override
  public void process(SampleBatch batch, SignalSink next) {
    if (filter != null) {
      filter.process(batch);
    }
    next.samples(batch);
  }

  @Override
  public void gap(long missing, SignalSink next) {
    if (filter != null) {
      filter.gap(missing);
    }
    next.gap(missing);
  }

  @Override
  public void end(SignalSink next) {
    // One sample out for each that came in.
  }

  @Override
  public long bytes() {
    return filter == null ? 0 : filter.bytes();
  }

  @Override
  public void restore(int number, Page page) {
    if (filter == null) {
      throw new IllegalArgumentException("a page of a filter's state, but nothing is filtered");
    }
    filter.restore(number, page);
  }

  @Override
  public void flush(PageSink sink) {
    if (filter != null) {
      filter.flush(sink);
    }
  }
}
