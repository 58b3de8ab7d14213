package org.saccade.operators.signal.iir;

import org.saccade.operators.signal.Samples;

/**
 * Butterworth's filter, flat in the pass band and −3 dB at its edges.
 *
 * @param band which side passes
 * @param order of the low-pass that it is made of, 1 to 20; a band has twice as many poles
 * @param lowHz lower edge; 0 for a low-pass
 * @param highHz upper edge; 0 for a high-pass
 */
public record Butterworth(Band band, int order, double lowHz, double highHz) implements IirDesign {
  /** What passes. */
  public enum Band {
    LOW_PASS,
    HIGH_PASS,
    BAND_PASS,
    BAND_STOP
  }

  private static final int MAX_ORDER = 20;

  public Butterworth {
    if (order < 1 || order > MAX_ORDER) {
      throw new IllegalArgumentException("order=" + order + " must be 1 to " + MAX_ORDER);
    }
    boolean low = band != Band.LOW_PASS;
    boolean high = band != Band.HIGH_PASS;
    check("lowHz", lowHz, low);
    check("highHz", highHz, high);
    if (low && high && !(lowHz < highHz)) {
      throw new IllegalArgumentException("lowHz=" + lowHz + " must be less than highHz=" + highHz);
    }
  }

  private static void check(String name, double hz, boolean used) {
    if (used ? !(hz > 0) || Double.isInfinite(hz) : hz != 0) {
      throw new IllegalArgumentException(
          name + "=" + hz + " must be " + (used ? "above 0 and finite" : "0 in this band"));
    }
  }

  /** What is below passes. */
  public static Butterworth lowPass(int order, double hz) {
    return new Butterworth(Band.LOW_PASS, order, 0, hz);
  }

  /** What is above passes. */
  public static Butterworth highPass(int order, double hz) {
    return new Butterworth(Band.HIGH_PASS, order, hz, 0);
  }

  /** What is between passes. */
  public static Butterworth bandPass(int order, double lowHz, double highHz) {
    return new Butterworth(Band.BAND_PASS, order, lowHz, highHz);
  }

  /** What is between is stopped. */
  public static Butterworth bandStop(int order, double lowHz, double highHz) {
    return new Butterworth(Band.BAND_STOP, order, lowHz, highHz);
  }

  @Override
  public Sections sections(double rate) {
    Samples.rate(rate);
    ZeroPoleGain prototype = ZeroPoleGain.butterworth(order);
    ZeroPoleGain analogue =
        switch (band) {
          case LOW_PASS -> prototype.lowPass(warped("highHz", highHz, rate));
          case HIGH_PASS -> prototype.highPass(warped("lowHz", lowHz, rate));
          case BAND_PASS, BAND_STOP -> {
            double low = warped("lowHz", lowHz, rate);
            double high = warped("highHz", highHz, rate);
            double center = StrictMath.sqrt(low * high);
            yield band == Band.BAND_PASS
                ? prototype.bandPass(center, high - low)
                : prototype.bandStop(center, high - low);
          }
        };
    return new Pairing(analogue.bilinear()).sections();
  }

  /** The analogue frequency that the bilinear transform takes to the wanted one. */
  private static double warped(String name, double hz, double rate) {
    if (!(hz < rate / 2)) {
      throw new IllegalArgumentException(
          name + "=" + hz + " must be below half of the rate, " + rate / 2 + " Hz");
    }
    return ZeroPoleGain.TWO_RATE * StrictMath.tan(StrictMath.PI * hz / rate);
  }
}
