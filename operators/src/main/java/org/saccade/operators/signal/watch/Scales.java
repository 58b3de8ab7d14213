package org.saccade.operators.signal.watch;

/** What is known of how channels were recorded. */
public interface Scales {
  /** Whether a channel is in microvolts. */
  boolean isVoltage(int channel);

  /** The value as a converter gave it; need not be whole. */
  double stored(int channel, double physical);
}
