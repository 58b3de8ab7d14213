package org.saccade.operators.spikepoint;

/** The bounds of parameters, each with its name and value in the message. */
final class Checks {
  private Checks() {}

  static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }
}
