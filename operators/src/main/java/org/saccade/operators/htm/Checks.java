package org.saccade.operators.htm;

/** The bounds of parameters, each with its name and value in the message. */
final class Checks {
  private Checks() {}

  static void range(String name, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + min + " and " + max);
    }
  }

  static void part(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be above 0 and at most 1");
    }
  }

  static void zeroOrPart(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + "=" + value + " must be between 0 and 1");
    }
  }
}
