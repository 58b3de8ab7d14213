package org.saccade.operators.signal.watch;

import java.io.Serializable;

/**
 * What is told of a recording's channels, and what of them is left out.
 *
 * @param flatSeconds T_flat; 0: flat and railed channels are not told
 * @param flatMicrovolts f, of channels in microvolts; of others it is 0
 * @param noisyRatio r, above 1; 0: noisy channels are not told
 * @param noisySeconds T_noisy
 * @param gainRatio g, above 1; 0: jumps of the gain are not told
 * @param gainSeconds for how long from its begin, at most, a jump of the gain is left out
 * @param leaveOut whether what is flat, railed or noisy, or measured with another gain, is missing
 *     to what comes behind
 */
public record WatchParameters(
    double flatSeconds,
    double flatMicrovolts,
    double noisyRatio,
    double noisySeconds,
    double gainRatio,
    double gainSeconds,
    boolean leaveOut)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final double GAIN_SECONDS = 60;

  /**
   * Half a second within half a microvolt; six times louder for three seconds; factor 1.5, left out
   * for a minute.
   */
  public static final WatchParameters DEFAULTS =
      new WatchParameters(0.5, 0.5, 6, 3, 1.5, GAIN_SECONDS, true);

  /** Nothing is told. */
  public static final WatchParameters NONE = new WatchParameters(0, 0, 0, 1, 0, 0, false);

  public WatchParameters {
    between("flatSeconds", flatSeconds, 0, 3600);
    between("flatMicrovolts", flatMicrovolts, 0, 1e6);
    between("noisySeconds", noisySeconds, 0.25, 3600);
    ratio("noisyRatio", noisyRatio);
    ratio("gainRatio", gainRatio);
    between("gainSeconds", gainSeconds, 0, 3600);
  }

  private static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(name + "=" + value + " must be " + low + " to " + high);
    }
  }

  private static void ratio(String name, double value) {
    if (value != 0 && !(value > 1 && value <= 1e6)) {
      throw new IllegalArgumentException(
          name + "=" + value + " must be 0, or above 1 and at most 1e6");
    }
  }

  /** Whether what another gain measured is left out. */
  public boolean leavesOutGain() {
    return leaveOut && gainRatio > 0 && gainSeconds > 0;
  }

  /**
   * All that is told depends on, as text; the usual time for which a gain is left out is not named,
   * so that state of a release that did not leave it out is still of use.
   */
  public String text() {
    return "watch,"
        + flatSeconds
        + ","
        + flatMicrovolts
        + ","
        + noisyRatio
        + ","
        + noisySeconds
        + ","
        + gainRatio
        + ","
        + leaveOut
        + (gainSeconds == GAIN_SECONDS ? "" : "," + gainSeconds);
  }
}
