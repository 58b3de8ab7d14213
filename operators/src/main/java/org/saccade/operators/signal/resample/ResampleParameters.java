package org.saccade.operators.signal.resample;

/**
 * Another rate: {@code up/down} times the old one. The ratio is reduced.
 *
 * @param up 1 to 4096
 * @param down 1 to 4096
 */
public record ResampleParameters(int up, int down) {
  private static final int MOST = 4096;

  public ResampleParameters {
    if (up < 1 || up > MOST || down < 1 || down > MOST) {
      throw new IllegalArgumentException(
          "up=" + up + " and down=" + down + " must be 1 to " + MOST);
    }
    int divisor = divisor(up, down);
    up /= divisor;
    down /= divisor;
  }

  private static int divisor(int a, int b) {
    return b == 0 ? a : divisor(b, a % b);
  }
}
