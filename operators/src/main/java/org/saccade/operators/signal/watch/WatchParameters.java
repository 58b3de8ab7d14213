package org.saccade.operators.signal.watch;

import java.io.Serializable;

/**
 * What is told of a recording's channels.
 *
 * @param flatSeconds T_flat; 0: flat and railed channels are not told
 * @param flatMicrovolts f, of channels in microvolts; of others it is 0
 * @param noisyRatio r, above 1; 0: noisy channels are not told
 * @param noisySeconds T_noisy
 * @param gainRatio g, above 1; 0: jumps of the gain are not told
 * @param leaveOut whether what is flat, railed or noisy is missing to what comes behind
 */
public record WatchParameters(
    double flatSeconds,
    double flatMicrovolts,
    double noisyRatio,
    double noisySeconds,
    double gainRatio,
    boolean leaveOut)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Half a second within half a microvolt; six times louder for three seconds; factor 1.5. */
  public static final WatchParameters DEFAULTS = new WatchParameters(0.5, 0.5, 6, 3, 1.5, true);

  /** Nothing is told. */
  public static final WatchParameters NONE = new WatchParameters(0, 0, 0, 1, 0, false);

  public WatchParameters {
    between("flatSeconds", flatSeconds, 0, 3600);
    between("flatMicrovolts", flatMicrovolts, 0, 1e6);
    between("noisySeconds", noisySeconds, 0.25, 3600);
    ratio("noisyRatio", noisyRatio);
    ratio("gainRatio", gainRatio);
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

  /** All that is told depends on, as text. */
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
        + leaveOut;
  }
}
