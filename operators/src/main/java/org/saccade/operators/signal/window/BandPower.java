package org.saccade.operators.signal.window;

import java.util.List;

/**
 * Power in bands of Welch's spectrum, unit²: {@code Σ P[k]·Δf} over {@code low ≤ k·Δf < high}.
 * Bands that share an edge share no power.
 */
public final class BandPower implements WindowFunction {
  /**
   * A band.
   *
   * @param lowHz at least 0
   * @param highHz above {@code lowHz}
   */
  public record Band(double lowHz, double highHz) {
    public Band {
      if (!(lowHz >= 0) || !(highHz > lowHz)) {
        throw new IllegalArgumentException(
            "band from lowHz="
                + lowHz
                + " to highHz="
                + highHz
                + ": lowHz must be at least 0 and less than highHz");
      }
    }
  }

  private final Welch welch;
  private final double[] density;
  private final int[] from;
  private final int[] to;

  /**
   * @throws IllegalArgumentException if a band has no value of the spectrum in it
   */
  public BandPower(WelchParameters parameters, double rate, List<Band> bands) {
    welch = new Welch(parameters, rate);
    density = new double[welch.values()];
    from = new int[bands.size()];
    to = new int[bands.size()];
    for (int b = 0; b < from.length; b++) {
      Band band = bands.get(b);
      from[b] = first(band.lowHz(), rate, parameters.segment());
      to[b] = first(band.highHz(), rate, parameters.segment());
      if (from[b] == to[b]) {
        throw new IllegalArgumentException(
            "no value of the spectrum lies in "
                + band
                + ": they are "
                + welch.resolution()
                + " Hz apart, up to "
                + rate / 2
                + " Hz; use a longer segment");
      }
    }
  }

  /** The first value at or above a frequency; divided as {@code k·rate/n}, so that 4 Hz is 4. */
  private int first(double hz, double rate, int n) {
    int k = 0;
    while (k < density.length && k * rate / n < hz) {
      k++;
    }
    return k;
  }

  @Override
  public int values() {
    return from.length;
  }

  @Override
  public void apply(double[] x, double[] out, int at) {
    welch.apply(x, density, 0);
    for (int b = 0; b < from.length; b++) {
      double sum = 0;
      for (int k = from[b]; k < to[b]; k++) {
        sum += density[k];
      }
      out[at + b] = sum * welch.resolution();
    }
  }
}
