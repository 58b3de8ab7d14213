package org.saccade.simulators.dvs;

/**
 * Parameters of the pixel model, in the names of the equations in the package's description.
 *
 * @param thresholdOn nominal θon, natural-log units, at least 0.01
 * @param thresholdOff nominal θoff, natural-log units, at least 0.01
 * @param thresholdSigma standard deviation of both thresholds between pixels, log units
 * @param cutoffHz −3 dB frequency of the photoreceptor at full luminance; 0: no low-pass
 * @param leakHz rate of ON events that a pixel gives in constant light
 * @param leakJitter relative deviation of the leak from step to step
 * @param leakDecades deviation of log10 of the leak rate between pixels
 * @param shotNoiseHz rate of noise events of a dark pixel, ON and OFF together
 * @param refractoryMicros dead time after an event; 0: none
 * @param times which times the events of a step get
 */
public record PixelParameters(
    double thresholdOn,
    double thresholdOff,
    double thresholdSigma,
    double cutoffHz,
    double leakHz,
    double leakJitter,
    double leakDecades,
    double shotNoiseHz,
    long refractoryMicros,
    EventTimes times) {

  /** Least threshold of any pixel, log units; a draw below it is set to it. */
  public static final double MIN_THRESHOLD = 0.01;

  public PixelParameters {
    check("thresholdOn", thresholdOn, MIN_THRESHOLD, 10);
    check("thresholdOff", thresholdOff, MIN_THRESHOLD, 10);
    check("thresholdSigma", thresholdSigma, 0, 10);
    check("cutoffHz", cutoffHz, 0, 1e9);
    check("leakHz", leakHz, 0, 1e6);
    check("leakJitter", leakJitter, 0, 1);
    check("leakDecades", leakDecades, 0, 3);
    check("shotNoiseHz", shotNoiseHz, 0, 1e6);
    check("refractoryMicros", refractoryMicros, 0, 1e12);
    if (times == null) {
      throw new IllegalArgumentException("times=null must be one of STEPPED, INTERPOLATED");
    }
  }

  /**
   * What v2e's command line takes unless told: thresholds 0.2 ± 0.03, 300 Hz, leak 0.01 Hz, shot
   * noise 0.001 Hz, dead time 0.5 ms.
   */
  public static PixelParameters defaults() {
    return new PixelParameters(0.2, 0.2, 0.03, 300, 0.01, 0.1, 0.1, 0.001, 500, EventTimes.STEPPED);
  }

  /** v2e's {@code clean}: thresholds 0.2 ± 0.02 and nothing else. */
  public static PixelParameters clean() {
    return new PixelParameters(0.2, 0.2, 0.02, 0, 0, 0, 0, 0, 0, EventTimes.STEPPED);
  }

  /** v2e's {@code noisy}: thresholds 0.2 ± 0.05, 30 Hz, leak 0.1 Hz, shot noise 5 Hz. */
  public static PixelParameters noisy() {
    return new PixelParameters(0.2, 0.2, 0.05, 30, 0.1, 0.1, 0.1, 5, 0, EventTimes.STEPPED);
  }

  public PixelParameters withThresholds(double on, double off, double sigma) {
    return new PixelParameters(
        on,
        off,
        sigma,
        cutoffHz,
        leakHz,
        leakJitter,
        leakDecades,
        shotNoiseHz,
        refractoryMicros,
        times);
  }

  public PixelParameters withCutoff(double hz) {
    return new PixelParameters(
        thresholdOn,
        thresholdOff,
        thresholdSigma,
        hz,
        leakHz,
        leakJitter,
        leakDecades,
        shotNoiseHz,
        refractoryMicros,
        times);
  }

  public PixelParameters withLeak(double hz, double jitter, double decades) {
    return new PixelParameters(
        thresholdOn,
        thresholdOff,
        thresholdSigma,
        cutoffHz,
        hz,
        jitter,
        decades,
        shotNoiseHz,
        refractoryMicros,
        times);
  }

  public PixelParameters withShotNoise(double hz) {
    return new PixelParameters(
        thresholdOn,
        thresholdOff,
        thresholdSigma,
        cutoffHz,
        leakHz,
        leakJitter,
        leakDecades,
        hz,
        refractoryMicros,
        times);
  }

  public PixelParameters withRefractory(long micros) {
    return new PixelParameters(
        thresholdOn,
        thresholdOff,
        thresholdSigma,
        cutoffHz,
        leakHz,
        leakJitter,
        leakDecades,
        shotNoiseHz,
        micros,
        times);
  }

  public PixelParameters withTimes(EventTimes eventTimes) {
    return new PixelParameters(
        thresholdOn,
        thresholdOff,
        thresholdSigma,
        cutoffHz,
        leakHz,
        leakJitter,
        leakDecades,
        shotNoiseHz,
        refractoryMicros,
        eventTimes);
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + least + " and " + most);
    }
  }
}
