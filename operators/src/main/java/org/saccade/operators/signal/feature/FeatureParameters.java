package org.saccade.operators.signal.feature;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * Which features.
 *
 * @param of which channels
 * @param channels that have features of their own; none: all of them
 * @param bands power of which is told
 * @param hjorth whether Hjorth's parameters are told
 * @param windowSeconds length of a window
 * @param stepSeconds from one window's start to the next's
 * @param segmentSeconds length of a segment of Welch's method, half of which is shared with the
 *     next; not above the window's
 * @param decibels whether powers are told as 10·log10
 * @param most features that are told of channels, 0 to 4096; with more of them, only averages are
 */
public record FeatureParameters(
    Of of,
    List<String> channels,
    List<NamedBand> bands,
    boolean hjorth,
    double windowSeconds,
    double stepSeconds,
    double segmentSeconds,
    boolean decibels,
    int most)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Of what features are told. */
  public enum Of {
    AVERAGE,
    CHANNELS,
    BOTH
  }

  /** The bands that most people mean. */
  public static final List<NamedBand> BANDS =
      List.of(
          new NamedBand("delta", 1, 4),
          new NamedBand("theta", 4, 8),
          new NamedBand("alpha", 8, 13),
          new NamedBand("beta", 13, 30),
          new NamedBand("gamma", 30, 45));

  /** Averages of five bands, a window of two seconds every second. */
  public static final FeatureParameters DEFAULTS =
      new FeatureParameters(Of.AVERAGE, List.of(), BANDS, false, 2, 1, 1, true, 128);

  public FeatureParameters {
    Objects.requireNonNull(of, "of");
    channels = List.copyOf(channels);
    bands = List.copyOf(bands);
    if (bands.stream().map(NamedBand::name).distinct().count() < bands.size()) {
      throw new IllegalArgumentException("two bands of one name: " + bands);
    }
    if (bands.size() > 64) {
      throw new IllegalArgumentException(bands.size() + " bands: must be at most 64");
    }
    between("windowSeconds", windowSeconds, 0.01, 600);
    between("stepSeconds", stepSeconds, 0.01, 3600);
    between("segmentSeconds", segmentSeconds, 0.01, windowSeconds);
    between("most", most, 0, 4096);
  }

  private static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw new IllegalArgumentException(name + "=" + value + " must be " + low + " to " + high);
    }
  }

  /** Whether nothing is told. */
  public boolean isEmpty() {
    return bands.isEmpty() && !hjorth;
  }

  /** All that the features depend on, as text. */
  public String text() {
    return "features,"
        + of
        + ","
        + channels
        + ","
        + bands
        + ","
        + hjorth
        + ","
        + windowSeconds
        + ","
        + stepSeconds
        + ","
        + segmentSeconds
        + ","
        + decibels
        + ","
        + most;
  }
}
