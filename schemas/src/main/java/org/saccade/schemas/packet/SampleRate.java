package org.saccade.schemas.packet;

import java.math.BigDecimal;

/**
 * A sampling rate, {@code numerator / denominator} samples a second: 30 kHz is 33⅓ µs, so time is
 * counted in samples and turned into microseconds last.
 *
 * @param numerator 1 to 10^9
 * @param denominator 1 to 10^9
 */
public record SampleRate(long numerator, long denominator) {
  /** Bound of both. */
  public static final long MAX = 1_000_000_000L;

  private static final long MICROS = 1_000_000L;

  public SampleRate {
    if (numerator < 1 || numerator > MAX || denominator < 1 || denominator > MAX) {
      throw new IllegalArgumentException(
          "rate " + numerator + "/" + denominator + " Hz: both must be between 1 and " + MAX);
    }
  }

  /** So many samples a second. */
  public static SampleRate of(long hz) {
    return new SampleRate(hz, 1);
  }

  /**
   * The rate with these decimals, exactly where nine digits hold them: 487.5 is 975/2. A rate of
   * more than nine decimals is rounded to six; where that needs more digits, as of 1000.123457, it
   * is the nearest fraction that has them.
   *
   * @throws IllegalArgumentException if it is not above 0, above {@link #MAX}, or rounded to 0
   */
  public static SampleRate of(double hz) {
    if (!(hz > 0) || hz > MAX) {
      throw new IllegalArgumentException("rate=" + hz + " Hz must be above 0 and at most " + MAX);
    }
    BigDecimal value = BigDecimal.valueOf(hz).stripTrailingZeros();
    int decimals = Math.max(0, value.scale());
    if (decimals > 9 || value.precision() - value.scale() + decimals > 18) {
      value = value.setScale(6, java.math.RoundingMode.HALF_EVEN);
      decimals = 6;
    }
    long denominator = BigDecimal.TEN.pow(decimals).longValueExact();
    long numerator = value.movePointRight(decimals).longValue();
    long divisor = gcd(numerator, denominator);
    return numerator / divisor <= MAX
        ? new SampleRate(numerator / divisor, denominator / divisor)
        : nearest(numerator / divisor, denominator / divisor);
  }

  /** The last convergent of its continued fraction with both numbers within {@link #MAX}. */
  private static SampleRate nearest(long numerator, long denominator) {
    long[] before = {0, 1};
    long[] last = {1, 0};
    long a = numerator;
    long b = denominator;
    while (b != 0) {
      long whole = a / b;
      long[] next = {whole * last[0] + before[0], whole * last[1] + before[1]};
      if (next[0] > MAX || next[1] > MAX) {
        break;
      }
      before = last;
      last = next;
      long rest = a % b;
      a = b;
      b = rest;
    }
    return new SampleRate(last[0], last[1]);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /** Samples a second. */
  public double hz() {
    return (double) numerator / denominator;
  }

  /**
   * How long so many samples take, microseconds, rounded half to even.
   *
   * @param samples within ±2^40
   */
  public long micros(long samples) {
    long scale = MICROS * denominator;
    long high = Math.multiplyHigh(samples, scale);
    long low = samples * scale;
    if (high == low >> 63) {
      return divideHalfEven(low, numerator);
    }
    return BigDecimal.valueOf(samples)
        .multiply(BigDecimal.valueOf(scale))
        .divide(BigDecimal.valueOf(numerator), 0, java.math.RoundingMode.HALF_EVEN)
        .longValue();
  }

  private static long divideHalfEven(long a, long b) {
    long quotient = Math.floorDiv(a, b);
    long twice = 2 * (a - quotient * b);
    boolean up = twice > b || twice == b && (quotient & 1) == 1;
    return up ? quotient + 1 : quotient;
  }

  /** How many samples so many microseconds are, rounded. */
  public long samples(long micros) {
    return Math.round(micros * (double) numerator / (MICROS * (double) denominator));
  }

  @Override
  public String toString() {
    return denominator == 1 ? numerator + " Hz" : numerator + "/" + denominator + " Hz";
  }
}
