package org.saccade.connectors.recording.text;

/**
 * A decimal number as digits and a power of ten, read exactly: {@code -12.5e-3}.
 *
 * <p>18 digits are kept; the value is that of the text cut behind them.
 */
final class DecimalNumber {
  /** What {@link #scaled} gives for a value beyond its bound. */
  static final long TOO_LARGE = Long.MIN_VALUE;

  private static final int MAX_DIGITS = 18;
  private static final int MAX_EXPONENT = 400;
  private static final long[] POWERS = new long[MAX_DIGITS + 1];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = 10 * POWERS[i - 1];
    }
  }

  private long digits;
  private int exponent;
  private boolean negative;
  private boolean point;

  static boolean startsNumber(byte[] bytes, int from, int to) {
    if (from >= to) {
      return false;
    }
    byte b = bytes[from];
    return isDigit(b) || b == '-' || b == '+' || b == '.';
  }

  /** Whether {@code bytes[from, to)} is a number and nothing else. */
  boolean parse(byte[] bytes, int from, int to) {
    int i = from;
    negative = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    digits = 0;
    exponent = 0;
    point = false;
    int kept = 0;
    boolean any = false;
    for (; i < to; i++) {
      byte b = bytes[i];
      if (b == '.' && !point) {
        point = true;
      } else if (isDigit(b)) {
        any = true;
        if (kept < MAX_DIGITS) {
          digits = 10 * digits + (b - '0');
          kept += digits == 0 ? 0 : 1;
          exponent -= point ? 1 : 0;
        } else {
          exponent += point ? 0 : 1;
        }
      } else {
        break;
      }
    }
    return any && (i == to || parseExponent(bytes, i, to));
  }

  private boolean parseExponent(byte[] bytes, int from, int to) {
    if ((bytes[from] | 0x20) != 'e') {
      return false;
    }
    int i = from + 1;
    boolean minus = i < to && bytes[i] == '-';
    if (i < to && (bytes[i] == '-' || bytes[i] == '+')) {
      i++;
    }
    if (i == to) {
      return false;
    }
    int e = 0;
    for (; i < to; i++) {
      if (!isDigit(bytes[i])) {
        return false;
      }
      e = Math.min(MAX_EXPONENT, 10 * e + (bytes[i] - '0'));
    }
    exponent += minus ? -e : e;
    return true;
  }

  /** Whether it was written with a decimal point. */
  boolean hasFraction() {
    return point;
  }

  /**
   * The number times {@code 10^power}, rounded to a whole number, half to even.
   *
   * @return {@link #TOO_LARGE} if it is not within {@code ±bound}
   */
  long scaled(int power, long bound) {
    int e = exponent + power;
    long value;
    if (digits == 0 || e < -MAX_DIGITS) {
      value = 0;
    } else if (e > MAX_DIGITS) {
      return TOO_LARGE;
    } else if (e >= 0) {
      if (digits > bound / POWERS[e]) {
        return TOO_LARGE;
      }
      value = digits * POWERS[e];
    } else {
      long divisor = POWERS[-e];
      value = digits / divisor;
      long rest = digits - value * divisor;
      long twice = Long.compare(rest, divisor - rest);
      value += twice > 0 || twice == 0 && (value & 1) == 1 ? 1 : 0;
    }
    return value > bound ? TOO_LARGE : negative ? -value : value;
  }

  /** The number, if it is whole and within {@code ±bound}; {@link #TOO_LARGE} if not. */
  long whole(long bound) {
    if (exponent < 0 && digits != 0) {
      if (exponent < -MAX_DIGITS || digits % POWERS[-exponent] != 0) {
        return TOO_LARGE;
      }
    }
    return scaled(0, bound);
  }

  private static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }
}
