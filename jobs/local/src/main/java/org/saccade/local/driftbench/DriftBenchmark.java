package org.saccade.local.driftbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Each detector on each process and change. */
public final class DriftBenchmark {
  /** Samples of a run without a change, behind the warm-up. */
  private static final int QUIET = 2000;

  /** Samples in which a change is to be found. */
  private static final int TIME = 400;

  private static final int LEAST_BEFORE = 50;
  private static final int SPREAD_BEFORE = 100;
  private static final long QUIET_SEED = 1L << 40;
  private static final long CHECK_SEED = 1L << 41;

  private final int runs;
  private final double runLength;

  /**
   * @param runs runs with a change a cell, and four times as many without
   * @param runLength samples between false alarms that every detector is set to
   */
  public DriftBenchmark(int runs, double runLength) {
    this.runs = runs;
    this.runLength = runLength;
  }

  /**
   * One cell of the table.
   *
   * @param found changes that were found
   * @param runs changes there were, less those with a false alarm before them
   * @param delay MTD, samples; NaN where none was found
   * @param falseAlarms MTFA, samples a false alarm; infinite where there was none
   */
  public record Cell(
      String detector,
      Change change,
      Shape shape,
      boolean season,
      double threshold,
      int found,
      int runs,
      double delay,
      double falseAlarms) {

    /** MDR, part of the changes that were not found in time. */
    public double missed() {
      return runs == 0 ? Double.NaN : 1 - (double) found / runs;
    }

    /** MTR = MTFA / MTD (1 - MDR). */
    public double ratio() {
      return found == 0 ? 0 : falseAlarms / delay * (1 - missed());
    }
  }

  /** Every cell of a detector. */
  public List<Cell> run(Contender contender) {
    List<Cell> cells = new ArrayList<>();
    for (boolean season : new boolean[] {false, true}) {
      for (boolean counts : new boolean[] {false, true}) {
        Change still = counts ? Change.RATE : Change.MEAN;
        List<double[]> calibration = quiet(contender, still, season, QUIET_SEED);
        double threshold = threshold(calibration);
        double achieved = meanRun(quiet(contender, still, season, CHECK_SEED), threshold);
        for (Change change : Change.values()) {
          if (change.counts() == counts) {
            for (Shape shape : Shape.values()) {
              cells.add(cell(contender, change, shape, season, threshold, achieved));
            }
          }
        }
      }
    }
    return cells;
  }

  /** The highest statistic so far, at each sample behind the warm-up, of each run. */
  private List<double[]> quiet(Contender contender, Change still, boolean season, long seed) {
    return IntStream.range(0, 4 * runs)
        .parallel()
        .mapToObj(
            run -> {
              Process process =
                  new Process(still, Shape.ABRUPT, season, Integer.MAX_VALUE, seed + run);
              var detector = contender.maker().get();
              double[] highest = new double[QUIET];
              double most = 0;
              for (int i = -Contender.WARM_UP; i < QUIET; i++) {
                most = Math.max(most, detector.step(process.next()));
                if (i >= 0) {
                  highest[i] = most;
                }
              }
              return highest;
            })
        .toList();
  }

  /** Samples an alarm; a run ends with its first one. */
  static double meanRun(List<double[]> highest, double threshold) {
    long samples = 0;
    int alarms = 0;
    for (double[] run : highest) {
      int first = first(run, threshold);
      samples += Math.min(first + 1, run.length);
      alarms += first < run.length ? 1 : 0;
    }
    return alarms == 0 ? Double.POSITIVE_INFINITY : (double) samples / alarms;
  }

  private static int first(double[] rising, double threshold) {
    int low = 0;
    int high = rising.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rising[middle] >= threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * The least threshold that occurs at which alarms are at least the run length apart; where there
   * was no evidence at all, any evidence is enough.
   */
  private double threshold(List<double[]> highest) {
    double[] all =
        highest.stream()
            .flatMapToDouble(Arrays::stream)
            .filter(evidence -> evidence > 0)
            .sorted()
            .distinct()
            .toArray();
    if (all.length == 0) {
      return Double.MIN_VALUE;
    }
    int low = 0;
    int high = all.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (meanRun(highest, all[middle]) >= runLength) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return all[low];
  }

  private Cell cell(
      Contender contender,
      Change change,
      Shape shape,
      boolean season,
      double threshold,
      double achieved) {
    int[] delays =
        IntStream.range(0, runs)
            .parallel()
            .map(run -> delay(contender, change, shape, season, threshold, run))
            .toArray();
    int early = (int) Arrays.stream(delays).filter(d -> d < 0).count();
    int[] found = Arrays.stream(delays).filter(d -> d >= 0 && d < TIME).toArray();
    return new Cell(
        contender.name(),
        change,
        shape,
        season,
        threshold,
        found.length,
        runs - early,
        Arrays.stream(found).average().orElse(Double.NaN) + 1,
        achieved);
  }

  /** Samples from the change to the alarm, below 0 for a false one, {@link #TIME} for none. */
  private static int delay(
      Contender contender, Change change, Shape shape, boolean season, double threshold, int run) {
    int at = Contender.WARM_UP + LEAST_BEFORE + run * 37 % SPREAD_BEFORE;
    Process process = new Process(change, shape, season, at, run);
    var detector = contender.maker().get();
    for (int i = 0; i < at + TIME; i++) {
      double statistic = detector.step(process.next());
      if (i >= Contender.WARM_UP && statistic >= threshold) {
        return i - at;
      }
    }
    return TIME;
  }
}
