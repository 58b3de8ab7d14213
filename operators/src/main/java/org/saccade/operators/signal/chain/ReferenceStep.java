package org.saccade.operators.signal.chain;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.signal.reference.Reference;
import org.saccade.operators.signal.reference.Rereference;
import org.saccade.schemas.batch.SampleBatch;

/** Another reference, or the one that there is. */
final class ReferenceStep implements SignalStep {
  private final SignalShape shape;
  private final Rereference reference;
  private final SampleBatch out = new SampleBatch();

  /**
   * @param to null: all passes
   */
  ReferenceStep(SignalShape in, Reference to) {
    reference = to == null ? null : new Rereference(to, in.names());
    shape =
        to instanceof Reference.Bipolar bipolar
            ? new SignalShape(differences(bipolar, in), in.rate())
            : in;
  }

  /** A difference is of the kind of its anode. */
  private static List<Lead> differences(Reference.Bipolar bipolar, SignalShape in) {
    List<Lead> leads = new ArrayList<>();
    for (Reference.Pair pair : bipolar.pairs()) {
      Lead anode = in.leads().get(in.names().indexOf(pair.anode()));
      leads.add(new Lead(pair.anode() + "-" + pair.cathode(), anode.kind()));
    }
    return leads;
  }

  @Override
  public SignalShape shape() {
    return shape;
  }

  @Override
  public void process(SampleBatch batch, SignalSink next) {
    if (reference == null) {
      next.samples(batch);
    } else {
      reference.process(batch, out);
      next.samples(out);
    }
  }

  @Override
  public void gap(long missing, SignalSink next) {
    next.gap(missing);
  }

  @Override
  public void end(SignalSink next) {
    // It holds nothing.
  }

  @Override
  public long bytes() {
    return 8L * out.channels() * out.size();
  }

  @Override
  public void restore(int number, Page page) {
    throw new IllegalArgumentException("page " + number + " of a reference, which has no state");
  }

  @Override
  public void flush(PageSink sink) {
    // It has no state.
  }
}
