package org.saccade.operators.neural;

import java.io.Serializable;
import java.util.List;
import org.saccade.operators.signal.epoch.EpochParameters;
import org.saccade.operators.signal.epoch.Rejection;
import org.saccade.schemas.packet.StreamMarker;

/**
 * Which epochs are cut, in seconds; at a rate f their samples are
 *
 * <pre>
 *   first … last      round(from · f) … round(to · f), counted from the marker's
 *   baseline          round(baselineFrom · f) … round(baselineTo · f)
 * </pre>
 *
 * <p>which are those of MNE's {@code Epochs} of the same {@code tmin}, {@code tmax}, {@code
 * baseline}, {@code reject} and {@code flat}.
 *
 * @param markers texts, or codes as decimal numbers, of the markers that have one; none: all have
 * @param from seconds from the marker to the epoch's first sample, −3600 to 3600
 * @param to seconds from the marker to its last, not before the first
 * @param baseline whether the mean of the baseline is taken from every channel
 * @param baselineFrom seconds from the marker to its first sample
 * @param baselineTo seconds from the marker to its last, not before the first
 * @param peakToPeak microvolts of a channel at most; 0: no bound
 * @param flat microvolts of a channel from the smallest to the largest sample, at least
 * @param step microvolts from one sample to the next at most; 0: no bound
 * @param late seconds of samples that a marker may come behind its epoch's last
 */
public record EpochWindow(
    List<String> markers,
    double from,
    double to,
    boolean baseline,
    double baselineFrom,
    double baselineTo,
    double peakToPeak,
    double flat,
    double step,
    double late)
    implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double FARTHEST = 3600;

  /** Numbers of a record at most, so that it is no larger than what brokers take. */
  static final int LARGEST = 98_304;

  public EpochWindow {
    markers = List.copyOf(markers);
    if (!(from >= -FARTHEST) || !(to <= FARTHEST) || !(from <= to)) {
      throw new IllegalArgumentException(
          "from=" + from + " and to=" + to + " must be -3600 to 3600, in this order");
    }
    if (baseline && !(baselineFrom >= from && baselineTo <= to && baselineFrom <= baselineTo)) {
      throw new IllegalArgumentException(
          String.format(
              "baseline from %s to %s s must lie in the epoch, from %s to %s s",
              baselineFrom, baselineTo, from, to));
    }
    if (!(late >= 0 && late <= FARTHEST)) {
      throw new IllegalArgumentException("late=" + late + " must be 0 to 3600");
    }
    var unused = rejection(peakToPeak, flat, step);
  }

  private static Rejection rejection(double peakToPeak, double flat, double step) {
    return new Rejection(
        peakToPeak == 0 ? Double.POSITIVE_INFINITY : peakToPeak,
        flat,
        step == 0 ? Double.POSITIVE_INFINITY : step);
  }

  /**
   * The epochs at a rate.
   *
   * @throws IllegalArgumentException if they are too long
   */
  EpochParameters at(double hz) {
    long first = Math.round(from * hz);
    long length = Math.round(to * hz) - first + 1;
    long kept = Math.round(late * hz);
    if (length > LARGEST) {
      throw new IllegalArgumentException(
          String.format(
              "epochs from %s to %s s at %s Hz are %d samples: must be at most %d",
              from, to, hz, length, LARGEST));
    }
    int begin = (int) (Math.round(baselineFrom * hz) - first);
    int end = (int) (Math.round(baselineTo * hz) - first + 1);
    return new EpochParameters(
        List.of(),
        (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, first)),
        (int) length,
        baseline ? begin : 0,
        baseline ? end : 0,
        rejection(peakToPeak, flat, step),
        (int) Math.min(Integer.MAX_VALUE, kept),
        1);
  }

  boolean counts(StreamMarker marker) {
    return markers.isEmpty()
        || markers.contains(marker.label())
        || marker.code() != null && markers.contains(Long.toString(marker.code()));
  }

  /** All that an epoch depends on, as text. */
  String text() {
    return "epochs," + this;
  }
}
