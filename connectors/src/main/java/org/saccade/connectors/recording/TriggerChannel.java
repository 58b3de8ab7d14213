package org.saccade.connectors.recording;

import java.util.Locale;

/**
 * Codes on a trigger channel: a marker wherever it changes to another value than 0. The value that
 * it has at the start of the recording is its rest and no marker.
 */
public final class TriggerChannel {
  private final int mask;
  private double previous = Double.NaN;

  /**
   * @param mask of the bits that are the code, for whole values; -1: all
   */
  public TriggerChannel(int mask) {
    this.mask = mask;
  }

  /** Whether a new code begins with this value. */
  public boolean begins(double value) {
    double code = code(value);
    boolean begins = !Double.isNaN(previous) && code != previous && code != 0;
    previous = code;
    return begins;
  }

  private double code(double value) {
    return mask == -1 ? value : (int) value & mask;
  }

  /** The code that began last, as text. */
  public String text() {
    return previous == Math.rint(previous) && Math.abs(previous) < 0x1p53
        ? String.format(Locale.ROOT, "%d", (long) previous)
        : Double.toString(previous);
  }
}
