package org.saccade.operators.signal.chain;

import java.util.ArrayList;
import java.util.List;
import org.saccade.operators.signal.iir.Butterworth;
import org.saccade.operators.signal.iir.IirDesign;
import org.saccade.operators.signal.iir.IirParameters;
import org.saccade.operators.signal.iir.Notch;

/**
 * Causal filters in series: high-pass, notches, low-pass. What would stop only what a rate cannot
 * hold is left out: a notch whose band is not below half of the rate, a low-pass at or above it.
 *
 * @param highPassHz 0: none
 * @param highPassOrder 1 to 20
 * @param lowPassHz 0: none
 * @param lowPassOrder 1 to 20
 * @param notchHz frequencies that are taken out
 * @param notchQuality frequency over width at −3 dB
 * @param bridgeSeconds longest hole that is crossed with the last value held; behind a longer one a
 *     channel starts again, as if its first sample had lasted for ever
 */
public record FilterParameters(
    double highPassHz,
    int highPassOrder,
    double lowPassHz,
    int lowPassOrder,
    List<Double> notchHz,
    double notchQuality,
    double bridgeSeconds)
    implements StepParameters {
  private static final long serialVersionUID = 1L;

  private static final int MOST_BRIDGED = 100_000;

  /** High-pass at 0.5 Hz of second order, notches at 50 and 60 Hz, holes of 20 ms bridged. */
  public static final FilterParameters DEFAULTS =
      new FilterParameters(0.5, 2, 0, 4, List.of(50.0, 60.0), 30, 0.02);

  public FilterParameters {
    notchHz = List.copyOf(notchHz);
    if (!(bridgeSeconds >= 0) || bridgeSeconds > 10) {
      throw new IllegalArgumentException("bridgeSeconds=" + bridgeSeconds + " must be 0 to 10");
    }
    if (highPassHz > 0 && lowPassHz > 0 && lowPassHz <= highPassHz) {
      throw new IllegalArgumentException(
          "highPassHz=" + highPassHz + " must be less than lowPassHz=" + lowPassHz);
    }
    // Each says of itself what is wrong with it.
    var unused = designs(highPassHz, highPassOrder, lowPassHz, lowPassOrder, notchHz, notchQuality);
  }

  private static List<IirDesign> designs(
      double highPassHz,
      int highPassOrder,
      double lowPassHz,
      int lowPassOrder,
      List<Double> notchHz,
      double notchQuality) {
    List<IirDesign> designs = new ArrayList<>();
    if (highPassHz != 0) {
      designs.add(Butterworth.highPass(highPassOrder, highPassHz));
    }
    notchHz.forEach(hz -> designs.add(new Notch(hz, notchQuality)));
    if (lowPassHz != 0) {
      designs.add(Butterworth.lowPass(lowPassOrder, lowPassHz));
    }
    return designs;
  }

  /** Whether it filters nothing. */
  public boolean isEmpty() {
    return highPassHz == 0 && lowPassHz == 0 && notchHz.isEmpty();
  }

  @Override
  public StepKind kind() {
    return StepKind.FILTER;
  }

  @Override
  public String text() {
    return "filter,"
        + highPassHz
        + ","
        + highPassOrder
        + ","
        + lowPassHz
        + ","
        + lowPassOrder
        + ","
        + notchHz
        + ","
        + notchQuality
        + ","
        + bridgeSeconds;
  }

  @Override
  public SignalStep step(SignalShape in) {
    double half = in.rate().hz() / 2;
    List<Double> notches =
        notchHz.stream().filter(hz -> hz + hz / notchQuality / 2 < half).toList();
    List<IirDesign> designs =
        designs(
            highPassHz,
            highPassOrder,
            lowPassHz < half ? lowPassHz : 0,
            lowPassOrder,
            notches,
            notchQuality);
    if (designs.isEmpty()) {
      return new FilterStep(in, null);
    }
    int bridge = (int) Math.min(MOST_BRIDGED, Math.round(bridgeSeconds * in.rate().hz()));
    return new FilterStep(in, new IirParameters(designs, IirParameters.Start.FIRST_SAMPLE, bridge));
  }
}
