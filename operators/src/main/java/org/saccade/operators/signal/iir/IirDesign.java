package org.saccade.operators.signal.iir;

/** What a causal filter lets pass, in Hz; which sections that is depends on the rate. */
public sealed interface IirDesign permits Butterworth, Notch {
  /**
   * The sections at a rate.
   *
   * @param rate samples a second
   * @throws IllegalArgumentException if a frequency is not below half of the rate
   */
  Sections sections(double rate);
}
