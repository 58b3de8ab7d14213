package org.saccade.simulators.gaze;

/**
 * How simulated eyes move.
 *
 * @param diffusion D of the drift, deg²/s an axis
 * @param tremor standard deviation of the tremor an axis, degrees
 * @param microsaccadeRate microsaccades a second in which the eyes are open
 * @param amplitudeMedian median amplitude, degrees
 * @param amplitudeSpread standard deviation of the amplitude's logarithm
 * @param blinkRate blinks a second
 * @param resolution of the tracker: positions are whole multiples of it, degrees
 */
public record GazeParameters(
    double diffusion,
    double tremor,
    double microsaccadeRate,
    double amplitudeMedian,
    double amplitudeSpread,
    double blinkRate,
    double resolution) {
  /** The figures of 25 published trials; 12 blinks a minute; a tracker that tells 0.001°. */
  public static final GazeParameters DEFAULTS =
      new GazeParameters(0.004, 0.003, 1.6, 0.175, 0.74, 0.2, 0.001);

  public GazeParameters {
    between("diffusion", diffusion, 0, 10);
    between("tremor", tremor, 0, 1);
    between("microsaccadeRate", microsaccadeRate, 0, 4);
    between("amplitudeMedian", amplitudeMedian, 1e-3, 10);
    between("amplitudeSpread", amplitudeSpread, 0, 2);
    between("blinkRate", blinkRate, 0, 1);
    between("resolution", resolution, 1e-6, 1);
  }

  private static void between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be between " + least + " and " + most);
    }
  }

  public GazeParameters withBlinkRate(double rate) {
    return new GazeParameters(
        diffusion, tremor, microsaccadeRate, amplitudeMedian, amplitudeSpread, rate, resolution);
  }
}
