package org.saccade.operators.sequential;

/**
 * The threshold of a CUSUM for a run length between false alarms, found on what the stream was like
 * while nothing happened.
 *
 * @param threshold h, in units of the evidence
 * @param runLength samples between false alarms that were asked for
 * @param supported whether the warm-up is at least {@value #WARM_UP_RUN_LENGTHS} such run lengths;
 *     a threshold that is not supported is extrapolated and may be off by any factor
 * @param low samples between false alarms in the warm-up itself, lower end of the 95 % interval
 * @param high its upper end; infinite if there was none
 * @param autocorrelationTime samples of the warm-up that are worth one independent sample
 * @param nominalFactor by how much more often than asked for the threshold for independent samples
 *     would alarm
 */
public record Calibration(
    double threshold,
    double runLength,
    boolean supported,
    double low,
    double high,
    double autocorrelationTime,
    double nominalFactor) {

  /** Run lengths that the warm-up has to be long for its autocorrelation to say anything. */
  public static final int WARM_UP_RUN_LENGTHS = 20;

  private static final int ALARMS = 400;
  private static final int HALVINGS = 18;
  private static final double BLOCK_TIMES = 30;

  /**
   * By a block bootstrap: runs of the warm-up's evidence, long beside its autocorrelation, are
   * drawn at random and laid end to end.
   *
   * @param evidence of the warm-up's samples, in their order; its mean must be below 0
   * @param runLength samples between false alarms asked for
   * @param nominal the threshold that is right for independent samples
   * @throws IllegalArgumentException if the evidence of the warm-up is for the alternative
   */
  public static Calibration of(double[] evidence, double runLength, double nominal, long seed) {
    Checks.positive("runLength", runLength);
    double mean = 0;
    for (double z : evidence) {
      mean += z / evidence.length;
    }
    if (evidence.length < 2 || !(mean < 0)) {
      throw new IllegalArgumentException(
          "the mean evidence of "
              + evidence.length
              + " samples, "
              + mean
              + ", must be below 0: the warm-up is not like the null hypothesis");
    }
    double time = Autocorrelation.time(evidence);
    int block =
        (int) Math.max(1, Math.min(evidence.length / 5, StrictMath.ceil(BLOCK_TIMES * (time - 1))));
    Bootstrap bootstrap = new Bootstrap(evidence, Math.max(1, block), seed);
    double threshold = search(bootstrap, runLength, nominal);
    long alarms = alarms(evidence, threshold);
    double nominalRunLength = bootstrap.runLength(nominal, ALARMS, runLength);
    return new Calibration(
        threshold,
        runLength,
        evidence.length >= WARM_UP_RUN_LENGTHS * runLength,
        evidence.length / Poisson.high(alarms),
        evidence.length / Poisson.low(alarms),
        time,
        runLength / nominalRunLength);
  }

  private static double search(Bootstrap bootstrap, double runLength, double nominal) {
    double low = 0;
    double high = nominal;
    while (bootstrap.runLength(high, ALARMS, runLength) < runLength && high < 1e6 * nominal) {
      low = high;
      high *= 2;
    }
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (bootstrap.runLength(middle, ALARMS, runLength) < runLength) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static long alarms(double[] evidence, double threshold) {
    double s = 0;
    long alarms = 0;
    for (double z : evidence) {
      s = Math.max(0, s + z);
      if (s >= threshold) {
        alarms++;
        s = 0;
      }
    }
    return alarms;
  }
}
