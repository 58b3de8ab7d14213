package org.saccade.operators.sequential;

/** The bounds of parameters, each with its name and value in the message. */
final class Checks {
  private Checks() {}

  static void probability(String name, double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException(name + "=" + p + " must be above 0 and below 1");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and finite");
    }
  }
}
