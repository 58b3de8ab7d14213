package org.saccade.operators.signal.epoch;

/**
 * What makes an epoch useless, in any channel; in the unit of the samples. An epoch with a missing
 * sample always is.
 *
 * @param peakToPeak largest sample less smallest, at most; infinite: no bound
 * @param flat largest sample less smallest, at least; 0: no bound
 * @param step from one sample to the next, at most; infinite: no bound
 */
public record Rejection(double peakToPeak, double flat, double step) {
  /** Nothing but missing samples. */
  public static final Rejection NONE =
      new Rejection(Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);

  public Rejection {
    if (!(peakToPeak > 0) || !(step > 0)) {
      throw new IllegalArgumentException(
          "peakToPeak=" + peakToPeak + " and step=" + step + " must be above 0");
    }
    if (!(flat >= 0) || !(flat < peakToPeak)) {
      throw new IllegalArgumentException(
          "flat=" + flat + " must be at least 0 and less than peakToPeak=" + peakToPeak);
    }
  }

  /**
   * Why the samples of a channel are rejected.
   *
   * @return null: they are not
   */
  Reason of(double[] x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    double steepest = 0;
    double before = x[0];
    for (double v : x) {
      if (Double.isNaN(v)) {
        return Reason.MISSING;
      }
      low = Math.min(low, v);
      high = Math.max(high, v);
      steepest = Math.max(steepest, Math.abs(v - before));
      before = v;
    }
    if (high - low > peakToPeak) {
      return Reason.AMPLITUDE;
    }
    if (steepest > step) {
      return Reason.STEP;
    }
    return high - low < flat ? Reason.FLAT : null;
  }
}
