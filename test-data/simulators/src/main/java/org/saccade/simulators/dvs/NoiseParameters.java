package org.saccade.simulators.dvs;

/**
 * Noise that is made apart from the pixel model, so that its events can be labelled.
 *
 * @param shotNoiseHz Poisson rate of a dark pixel, ON and OFF together
 * @param leakHz rate of regular ON events, the median of all pixels
 * @param leakJitter relative deviation of one interval between leak events
 * @param leakDecades deviation of log10 of the leak rate between pixels
 * @param hotFraction probability that a pixel is hot, 0 to 1
 * @param hotHz Poisson rate of ON events of a hot pixel
 */
public record NoiseParameters(
    double shotNoiseHz,
    double leakHz,
    double leakJitter,
    double leakDecades,
    double hotFraction,
    double hotHz) {

  /** No noise at all. */
  public static final NoiseParameters NONE = new NoiseParameters(0, 0, 0, 0, 0, 0);

  public NoiseParameters {
    check("shotNoiseHz", shotNoiseHz, 1e5);
    check("leakHz", leakHz, 1e5);
    check("leakJitter", leakJitter, 1);
    check("leakDecades", leakDecades, 3);
    check("hotFraction", hotFraction, 1);
    check("hotHz", hotHz, 1e5);
  }

  /** Shot noise alone. */
  public static NoiseParameters shot(double hz) {
    return new NoiseParameters(hz, 0, 0, 0, 0, 0);
  }

  /** Hot pixels alone. */
  public static NoiseParameters hot(double fraction, double hz) {
    return new NoiseParameters(0, 0, 0, 0, fraction, hz);
  }

  public NoiseParameters withLeak(double hz, double jitter, double decades) {
    return new NoiseParameters(shotNoiseHz, hz, jitter, decades, hotFraction, hotHz);
  }

  public NoiseParameters withHot(double fraction, double hz) {
    return new NoiseParameters(shotNoiseHz, leakHz, leakJitter, leakDecades, fraction, hz);
  }

  private static void check(String name, double value, double most) {
    if (!(value >= 0 && value <= most)) {
      throw new IllegalArgumentException(name + "=" + value + " must be between 0 and " + most);
    }
  }
}
