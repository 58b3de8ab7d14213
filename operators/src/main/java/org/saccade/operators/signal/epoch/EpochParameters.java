package org.saccade.operators.signal.epoch;

import java.util.List;

/**
 * Which samples around which markers.
 *
 * <pre>
 *   epoch     = samples marker + first … marker + first + length − 1
 *   baseline  = mean of those of its samples that are taken from the rest
 * </pre>
 *
 * @param markers texts, or codes as decimal numbers, of the markers that count; none: all
 * @param first sample of the epoch, relative to the marker's; −2²⁰ to 2²⁰
 * @param length samples, 1 to 2²⁰
 * @param baselineFrom first sample of the baseline in the epoch, from 0
 * @param baselineTo behind its last; equal to {@code baselineFrom}: no baseline is taken
 * @param rejection what is not given
 * @param late how many samples a marker may come after its epoch's last sample, 0 to 2²⁰
 * @param waiting most markers that wait for their samples, 1 to 65536
 */
public record EpochParameters(
    List<String> markers,
    int first,
    int length,
    int baselineFrom,
    int baselineTo,
    Rejection rejection,
    int late,
    int waiting) {
  private static final int LONGEST = 1 << 20;

  public EpochParameters {
    markers = List.copyOf(markers);
    between("first", first, -LONGEST, LONGEST);
    between("length", length, 1, LONGEST);
    between("baselineFrom", baselineFrom, 0, length);
    between("baselineTo", baselineTo, baselineFrom, length);
    between("late", late, 0, LONGEST);
    between("waiting", waiting, 1, 1 << 16);
  }

  private static void between(String name, int value, int low, int high) {
    if (value < low || value > high) {
      throw new IllegalArgumentException(name + "=" + value + " must be " + low + " to " + high);
    }
  }

  /** Samples that are kept, so that a late marker finds its epoch. */
  int history() {
    return length + late;
  }

  boolean counts(String marker) {
    return markers.isEmpty() || markers.contains(marker);
  }
}
