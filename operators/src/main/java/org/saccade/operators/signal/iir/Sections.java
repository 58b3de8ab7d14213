package org.saccade.operators.signal.iir;

import java.util.Arrays;
import java.util.List;

/**
 * Second-order sections in series.
 *
 * <pre>
 *   H(z) = ∏ (b0 + b1·z⁻¹ + b2·z⁻²) / (1 + a1·z⁻¹ + a2·z⁻²)
 * </pre>
 *
 * @param coefficients {@code b0 b1 b2 a1 a2} of the first section, of the second, and so on
 */
@SuppressWarnings("ArrayRecordComponent") // equals and hashCode below look into the array
public record Sections(double[] coefficients) {
  /** Numbers of one section. */
  static final int NUMBERS = 5;

  private static final int MOST = 256;

  /**
   * @throws IllegalArgumentException if there are none, more than 256, a number that is not finite,
   *     or a section that is not stable
   */
  public Sections {
    int n = coefficients.length;
    if (n == 0 || n % NUMBERS != 0 || n > MOST * NUMBERS) {
      throw new IllegalArgumentException(
          n + " coefficients: must be b0 b1 b2 a1 a2 of 1 to " + MOST + " sections");
    }
    coefficients = coefficients.clone();
    for (int i = 0; i < n; i++) {
      if (!Double.isFinite(coefficients[i])) {
        throw new IllegalArgumentException("coefficient " + i + "=" + coefficients[i]);
      }
    }
    for (int i = 0; i < n; i += NUMBERS) {
      double a1 = coefficients[i + 3];
      double a2 = coefficients[i + 4];
      if (!(Math.abs(a2) < 1 && Math.abs(a1) < 1 + a2)) {
        throw new IllegalArgumentException(
            "section "
                + i / NUMBERS
                + " with a1="
                + a1
                + ", a2="
                + a2
                + " is not stable: its poles must lie inside of the unit circle; a band so narrow"
                + " or so near to 0 or to half the rate needs a lower order or a lower rate");
      }
    }
  }

  static Sections of(List<double[]> sections) {
    double[] all = new double[NUMBERS * sections.size()];
    for (int s = 0; s < sections.size(); s++) {
      System.arraycopy(sections.get(s), 0, all, NUMBERS * s, NUMBERS);
    }
    return new Sections(all);
  }

  /** How many sections. */
  public int count() {
    return coefficients.length / NUMBERS;
  }

  /** These and then those. */
  public Sections then(Sections next) {
    double[] all = Arrays.copyOf(coefficients, coefficients.length + next.coefficients.length);
    System.arraycopy(next.coefficients, 0, all, coefficients.length, next.coefficients.length);
    return new Sections(all);
  }

  /** A copy. */
  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /**
   * What a section remembers of an input that was 1 for ever, two numbers a section: the state that
   * makes a step no step.
   */
  double[] settled() {
    double[] state = new double[2 * count()];
    double level = 1;
    for (int s = 0; s < count(); s++) {
      int i = NUMBERS * s;
      double b0 = coefficients[i];
      double b1 = coefficients[i + 1];
      double b2 = coefficients[i + 2];
      double a1 = coefficients[i + 3];
      double a2 = coefficients[i + 4];
      double out = level * (b0 + b1 + b2) / (1 + a1 + a2);
      state[2 * s + 1] = b2 * level - a2 * out;
      state[2 * s] = b1 * level - a1 * out + state[2 * s + 1];
      level = out;
    }
    return state;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Sections s && Arrays.equals(coefficients, s.coefficients);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(coefficients);
  }

  @Override
  public String toString() {
    return "Sections" + Arrays.toString(coefficients);
  }
}
