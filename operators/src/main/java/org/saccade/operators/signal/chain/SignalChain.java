package org.saccade.operators.signal.chain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.saccade.operators.paged.Page;
import org.saccade.operators.paged.PageSink;
import org.saccade.operators.paged.Paged;
import org.saccade.operators.paged.ShiftedPages;
import org.saccade.schemas.batch.SampleBatch;

/**
 * Steps in series, to one sink. Page n of the step of kind k, of 20 bits at most, is page {@code k
 * << 20 | n}.
 */
public final class SignalChain implements SignalSink, Paged {
  private static final int SHIFT = 20;

  private final SignalShape shape;
  private final List<Link> links = new ArrayList<>();
  private final SignalSink first;

  /** A step and what takes what comes out of it. */
  private record Link(int number, SignalStep step, SignalSink next) implements SignalSink {
    @Override
    public void samples(SampleBatch batch) {
      step.process(batch, next);
    }

    @Override
    public void gap(long missing) {
      step.gap(missing, next);
    }
  }

  /**
   * @param parameters in the order in which samples go through them, at most one of a kind
   * @param in shape of what is processed
   * @param out takes what comes out
   * @throws IllegalArgumentException if a step does not go with the shape that it is given, or one
   *     kind is there twice
   */
  public SignalChain(List<StepParameters> parameters, SignalShape in, SignalSink out) {
    requireOnce(parameters);
    List<SignalStep> steps = new ArrayList<>();
    SignalShape at = in;
    for (StepParameters p : parameters) {
      SignalStep step = p.step(at);
      steps.add(step);
      at = step.shape();
    }
    shape = at;
    SignalSink next = out;
    for (int i = steps.size() - 1; i >= 0; i--) {
      Link link = new Link(parameters.get(i).kind().number(), steps.get(i), next);
      links.add(0, link);
      next = link;
    }
    first = next;
  }

  /**
   * Checks that no kind of step is there twice.
   *
   * @throws IllegalArgumentException if one is
   */
  public static void requireOnce(List<StepParameters> parameters) {
    Set<StepKind> seen = EnumSet.noneOf(StepKind.class);
    for (StepParameters p : parameters) {
      if (!seen.add(p.kind())) {
        throw new IllegalArgumentException("two steps of kind " + p.kind() + " in a chain");
      }
    }
  }

  /** Of what comes out. */
  public SignalShape shape() {
    return shape;
  }

  @Override
  public void samples(SampleBatch batch) {
    first.samples(batch);
  }

  @Override
  public void gap(long missing) {
    first.gap(missing);
  }

  /** The recording is over: what is left comes out, step by step. */
  public void end() {
    for (Link link : links) {
      link.step.end(link.next);
    }
  }

  @Override
  public long bytes() {
    long bytes = 0;
    for (Link link : links) {
      bytes += link.step.bytes();
    }
    return bytes;
  }

  @Override
  public void restore(int number, Page page) {
    for (Link link : links) {
      if (link.number == number >> SHIFT) {
        link.step.restore(number & (1 << SHIFT) - 1, page);
        return;
      }
    }
    throw new IllegalArgumentException("page " + number + " is of a step that the chain has not");
  }

  @Override
  public void flush(PageSink sink) {
    for (Link link : links) {
      link.step.flush(new ShiftedPages(sink, link.number << SHIFT));
    }
  }
}
