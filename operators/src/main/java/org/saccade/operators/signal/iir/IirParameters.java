package org.saccade.operators.signal.iir;

import java.util.List;

/**
 * A causal filter on a stream.
 *
 * @param designs in series, 1 to 32
 * @param start what the filter holds before the first sample, and after a hole that is too long
 * @param bridge most missing samples in a row that are bridged: the filter goes on as if the last
 *     value had been held; 0 to 100 000
 */
public record IirParameters(List<IirDesign> designs, Start start, int bridge) {
  /** What the filter remembers at a start. */
  public enum Start {
    /** Nothing: zeros before the first sample. */
    ZERO,
    /** The first sample, for ever: an offset makes no step. */
    FIRST_SAMPLE
  }

  private static final int MAX_BRIDGE = 100_000;

  public IirParameters {
    designs = List.copyOf(designs);
    if (designs.isEmpty() || designs.size() > 32) {
      throw new IllegalArgumentException(designs.size() + " designs: must be 1 to 32");
    }
    if (bridge < 0 || bridge > MAX_BRIDGE) {
      throw new IllegalArgumentException("bridge=" + bridge + " must be 0 to " + MAX_BRIDGE);
    }
  }

  /** From the first sample, bridging nothing. */
  public static IirParameters of(IirDesign... designs) {
    return new IirParameters(List.of(designs), Start.FIRST_SAMPLE, 0);
  }

  /** All sections at a rate, Hz. */
  public Sections sections(double rate) {
    Sections all = designs.get(0).sections(rate);
    for (IirDesign next : designs.subList(1, designs.size())) {
      all = all.then(next.sections(rate));
    }
    return all;
  }
}
