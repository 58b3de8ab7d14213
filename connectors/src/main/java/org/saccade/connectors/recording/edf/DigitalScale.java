package org.saccade.connectors.recording.edf;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.saccade.schemas.packet.SampleChannel;

/**
 * How the physical values of a signal become whole numbers, by bounds of eight characters:
 *
 * <pre>  physical = physMin + (digital − digMin) (physMax − physMin) / (digMax − digMin)</pre>
 *
 * <p>Whole stored values stay the digital ones where bounds can be found that give the channel's
 * scale and offset back to the bit, or nearly; values of floating point are spread over the range
 * of the format.
 *
 * @param digMin least digital value
 * @param digMax largest
 * @param physMin what they mean
 * @param physMax likewise
 */
record DigitalScale(int digMin, int digMax, String physMin, String physMax) {
  private static final int FIELD = 8;

  /** How far from each end of the digital range bounds are sought that can be written exactly. */
  private static final int SEARCH = 1 << 16;

  /** Lower bounds that are tried with their first upper one. */
  private static final int MOST_TRIED = 32;

  /** A share by which a bound may differ from its eight characters: rounding of its computation. */
  private static final double SAME_BOUND = 1e-13;

  /** A share by which scale and offset may differ. */
  private static final double SAME = 1e-12;

  /** As the reader makes it. */
  double scale() {
    return (Double.parseDouble(physMax) - Double.parseDouble(physMin)) / (digMax - digMin);
  }

  /** As the reader makes it. */
  double offset() {
    return Double.parseDouble(physMin) - digMin * scale();
  }

  /** The digital value nearest to a physical one. */
  int digital(double physical) {
    double d = Math.rint((physical - offset()) / scale());
    return (int) Math.max(digMin, Math.min(digMax, d));
  }

  /**
   * Finds the bounds.
   *
   * @param whole whether the stored values are whole numbers
   * @param least smallest stored value
   * @param most largest stored value
   * @param bits of a digital value
   */
  static DigitalScale of(
      SampleChannel channel, boolean whole, double least, double most, int bits) {
    int low = -(1 << bits - 1);
    int high = (1 << bits - 1) - 1;
    if (whole && least >= low && most <= high) {
      // No more of the range than the values need, or 16 bits: the bounds have eight characters.
      int used = 16;
      while (least < -(1L << used - 1) || most > (1L << used - 1) - 1) {
        used++;
      }
      low = -(1 << used - 1);
      high = (1 << used - 1) - 1;
    }
    if (Double.isNaN(least)) {
      return of(channel, true, 0, 0, bits);
    }
    if (whole && least >= low && most <= high) {
      DigitalScale exact = exact(channel, (int) least, (int) most, low, high);
      return exact != null ? exact : near(channel, low, high);
    }
    double a = channel.physical(least);
    double b = channel.physical(most);
    String physMin = rounded(Math.min(a, b), RoundingMode.FLOOR);
    String physMax = rounded(Math.max(a, b), RoundingMode.CEILING);
    if (Double.parseDouble(physMin) == Double.parseDouble(physMax)) {
      physMin = rounded(Math.min(a, b) - 1, RoundingMode.FLOOR);
      physMax = rounded(Math.max(a, b) + 1, RoundingMode.CEILING);
    }
    return new DigitalScale(low, high, physMin, physMax);
  }

  /**
   * The whole digital range, so that the stored values stay and the bounds' rounding counts least.
   */
  private static DigitalScale near(SampleChannel channel, int low, int high) {
    return new DigitalScale(
        low,
        high,
        rounded(channel.physical(low), RoundingMode.HALF_EVEN),
        rounded(channel.physical(high), RoundingMode.HALF_EVEN));
  }

  /** Bounds that give scale and offset back, and hold the values; null where none are found. */
  private static DigitalScale exact(SampleChannel channel, int least, int most, int low, int high) {
    int tried = 0;
    for (int lower = low; lower <= least && lower - low < SEARCH; lower++) {
      String physMin = exact(channel.physical(lower));
      if (physMin == null) {
        continue;
      }
      for (int upper = high; upper >= most && upper > lower && high - upper < SEARCH; upper--) {
        String physMax = exact(channel.physical(upper));
        if (physMax == null) {
          continue;
        }
        DigitalScale scale = new DigitalScale(lower, upper, physMin, physMax);
        if (scale.gives(channel)) {
          return scale;
        }
        if (++tried == MOST_TRIED) {
          return null;
        }
        break;
      }
    }
    return null;
  }

  private boolean gives(SampleChannel channel) {
    double range = Math.max(Math.abs(channel.physical(digMin)), Math.abs(channel.physical(digMax)));
    return Math.abs(scale() - channel.scale()) <= SAME * Math.abs(channel.scale())
        && Math.abs(offset() - channel.offset()) <= SAME * range;
  }

  /** The number in eight characters, if that is it but for rounding; else null. */
  private static String exact(double value) {
    if (value == 0) {
      return "0";
    }
    String text = rounded(value, RoundingMode.HALF_EVEN);
    return Math.abs(Double.parseDouble(text) - value) <= SAME_BOUND * Math.abs(value) ? text : null;
  }

  /** Eight characters, as many digits as fit. */
  static String rounded(double value, RoundingMode mode) {
    BigDecimal number = new BigDecimal(value);
    if (mode == RoundingMode.HALF_EVEN) {
      number = BigDecimal.valueOf(value);
    }
    for (int digits = FIELD; digits > 0; digits--) {
      String plain =
          number.round(new MathContext(digits, mode)).stripTrailingZeros().toPlainString();
      if (plain.length() <= FIELD) {
        return plain;
      }
      String brief = number.round(new MathContext(digits, mode)).stripTrailingZeros().toString();
      if (brief.length() <= FIELD) {
        return brief;
      }
    }
    throw new IllegalArgumentException(value + " cannot be written in " + FIELD + " characters");
  }
}
