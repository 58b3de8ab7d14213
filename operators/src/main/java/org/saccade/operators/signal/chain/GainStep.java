package org.saccade.operators.signal.chain;

import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.operators.signal.gain.GainControl;
import org.saccade.operators.signal.gain.GainParameters;
import org.saccade.schemas.batch.SampleBatch;

/** Gain control of all channels together, or of each; page n of control k is page k·16 + n. */
final class GainStep implements SignalStep {
  private static final int SHIFT = 4;

  private final SignalShape shape;
  private final GainControl[] controls;
  private final SampleBatch single = new SampleBatch();

  GainStep(SignalShape shape, GainParameters parameters, int controls) {
    this.shape = shape;
    this.controls = new GainControl[controls];
    for (int k = 0; k < controls; k++) {
      this.controls[k] = new GainControl(parameters);
    }
  }

  @Override
  public SignalShape shape() {
    return shape;
  }

  @Override
  public void process(SampleBatch batch, SignalSink next) {
    if (controls.length == 1) {
      controls[0].process(batch);
    } else {
      int n = batch.size();
      single.shape(1, n);
      for (int c = 0; c < controls.length; c++) {
        System.arraycopy(batch.channel(c), 0, single.channel(0), 0, n);
        controls[c].process(single);
        System.arraycopy(single.channel(0), 0, batch.channel(c), 0, n);
      }
    }
    next.samples(batch);
  }

  @Override
  public void gap(long missing, SignalSink next) {
    next.gap(missing);
  }

  @Override
  public void end(SignalSink next) {
    // One sample out for each that came in.
  }

  @Override
  public long bytes() {
    return controls.length * controls[0].bytes();
  }

  @Override
  public void restore(int number, Page page) {
    controls[number >> SHIFT].restore(number & (1 << SHIFT) - 1, page);
  }

  @Override
  public void flush(PageSink sink) {
    for (int k = 0; k < controls.length; k++) {
      controls[k].flush(new ShiftedPages(sink, k << SHIFT));
    }
  }
}
