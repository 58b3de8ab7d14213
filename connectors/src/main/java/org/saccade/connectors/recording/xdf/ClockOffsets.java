package org.saccade.connectors.recording.xdf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Clock offsets of one stream, in the order of the file, and the runs of its clock. */
final class ClockOffsets {
  private static final double WINSOR_SECONDS = 1e-4;
  private static final double TIME_DEVIATIONS = 5;
  private static final double TIME_SECONDS = 5;
  private static final double VALUE_DEVIATIONS = 10;
  private static final double VALUE_SECONDS = 1;

  private double[] times = new double[16];
  private double[] values = new double[16];
  private int n;

  /**
   * One run of the clock: when the first and last offset of it were taken, by that clock, and the
   * correction.
   */
  record Run(double begin, double end, RobustLine correction) {}

  /**
   * @param time on the stream's computer, seconds
   * @param value what to add for the recorder's clock, seconds
   */
  void add(double time, double value) {
    if (!Double.isFinite(time) || !Double.isFinite(value)) {
      return;
    }
    if (n == times.length) {
      times = Arrays.copyOf(times, 2 * n);
      values = Arrays.copyOf(values, 2 * n);
    }
    times[n] = time;
    values[n++] = value;
  }

  /** Runs in the order of the file; one that corrects nothing where there is no offset. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    boolean[] resets = resets();
    int from = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || resets[i - 1]) {
        runs.add(
            new Run(
                times[from],
                times[i - 1],
                RobustLine.through(times, values, from, i, WINSOR_SECONDS)));
        from = i;
      }
    }
    return runs.isEmpty() ? List.of(new Run(0, 0, RobustLine.ZERO)) : runs;
  }

  /** Whether the clock was set anew between offset i and i + 1. */
  private boolean[] resets() {
    boolean[] resets = new boolean[Math.max(0, n - 1)];
    double[] steps = differences(times);
    boolean[] times = glitches(steps, TIME_DEVIATIONS, TIME_SECONDS);
    boolean[] offsets = glitches(differences(values), VALUE_DEVIATIONS, VALUE_SECONDS);
    for (int i = 0; i < resets.length; i++) {
      resets[i] = steps[i] < 0 || times[i] && offsets[i];
    }
    return resets;
  }

  private double[] differences(double[] of) {
    double[] d = new double[Math.max(0, n - 1)];
    for (int i = 0; i < d.length; i++) {
      d[i] = of[i + 1] - of[i];
    }
    return d;
  }

  /** Far from the median, in median absolute deviations and in seconds. */
  private static boolean[] glitches(double[] steps, double deviations, double seconds) {
    double middle = median(steps);
    double[] off = new double[steps.length];
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(steps[i] - middle);
    }
    double mad = median(off) + Math.ulp(1.0);
    boolean[] glitches = new boolean[steps.length];
    for (int i = 0; i < off.length; i++) {
      glitches[i] = off[i] > deviations * mad && off[i] > seconds;
    }
    return glitches;
  }

  private static double median(double[] of) {
    if (of.length == 0) {
      return 0;
    }
    double[] sorted = of.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
