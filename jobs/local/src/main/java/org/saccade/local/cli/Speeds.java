package org.saccade.local.cli;

import org.saccade.connectors.replay.Pacer;

/** A speed factor on the command line. */
final class Speeds {
  private Speeds() {}

  /** A factor above 0, or {@code max}. */
  static double parse(String text) {
    if (text.equals("max")) {
      return Pacer.MAX;
    }
    try {
      double factor = Double.parseDouble(text);
      if (factor > 0 && factor < Double.POSITIVE_INFINITY) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Errors.UnusableException(
        "--speed " + text + ": expected a factor above 0 such as 1.0 or 10, or max");
  }
}
