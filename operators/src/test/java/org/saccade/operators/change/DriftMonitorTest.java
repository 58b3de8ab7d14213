package org.saccade.operators.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.saccade.operators.probability.SplitMix;

class DriftMonitorTest {
  private static final int WARM_UP = 2000;
  private static final double RUN_LENGTH = 100;

  /** An autoregressive series whose level and spread may change. */
  private static final class Series {
    private final SplitMix random;
    private double e;
    private double level = 10;
    private double spread = 2;

    private Series(long seed) {
      random = new SplitMix(seed);
    }

    private double next() {
      e = 0.6 * e + 0.8 * random.nextGaussian();
      return level + spread * e;
    }
  }

  private static DriftMonitor warm(Series series, double runLength) {
    DriftMonitor monitor = new DriftMonitor(WARM_UP, runLength, 1);
    for (int i = 0; i < WARM_UP; i++) {
      assertThat(monitor.step(i, series.next(), 0)).isZero();
    }
    return monitor;
  }

  /** The median over ten warm-ups, each of the length that supports the run length. */
  @Test
  void falseAlarmsComeAboutAsOftenAsAskedFor() {
    double[] runs = new double[10];
    for (int w = 0; w < runs.length; w++) {
      long samples = 0;
      int alarms = 0;
      for (int repeat = 0; repeat < 60; repeat++) {
        Series series = new Series(1000 * w + 7);
        DriftMonitor monitor = warm(series, RUN_LENGTH);
        series.random.state(31 * repeat);
        int t = 0;
        do {
          t++;
        } while (t < 2000 && monitor.step(WARM_UP + t, series.next(), 0) == 0);
        samples += t;
        alarms += t < 2000 ? 1 : 0;
      }
      runs[w] = (double) samples / Math.max(1, alarms);
    }
    java.util.Arrays.sort(runs);
    assertThat(runs[5]).isBetween(RUN_LENGTH / 1.5, RUN_LENGTH * 1.5);
  }

  /**
   * Run lengths far beyond the warm-up: 5,000 after 250 samples. Thirty series; the 95 % interval
   * of so many alarms is 0.7 to 1.5, and there was a factor of 10 before thresholds were
   * extrapolated.
   */
  @Test
  void falseAlarmsAreAsRareAsAskedForBeyondWhatTheWarmUpShows() {
    long samples = 0;
    int alarms = 0;
    for (int run = 0; run < 30; run++) {
      SplitMix random = new SplitMix(100 + run);
      DriftMonitor monitor = new DriftMonitor(250, 5_000, 1);
      int t = 0;
      while (t < 15_000 && monitor.step(t, random.nextGaussian(), 0) == 0) {
        t++;
      }
      samples += Math.max(0, t - 250);
      alarms += t < 15_000 ? 1 : 0;
    }
    assertThat((double) samples / alarms).isBetween(5_000 / 2.0, 5_000 * 2.0);
  }

  @ParameterizedTest
  @CsvSource({"16, 2, 1", "4, 2, -1", "10, 6, 1"})
  void findsAChangeAndItsDirection(double level, double spread, int direction) {
    Series series = new Series(5);
    DriftMonitor monitor = warm(series, 100_000);
    series.level = level;
    series.spread = spread;
    int t = WARM_UP;
    int drift = 0;
    while (drift == 0 && t < WARM_UP + 200) {
      drift = monitor.step(t++, series.next(), 0);
    }
    assertThat(drift).isEqualTo(direction);
    assertThat(t - WARM_UP).as("samples until the decision").isLessThan(60);
    assertThat(monitor.began()).isBetween(WARM_UP - 20L, (long) t);
    assertThat(monitor.statistic()).isGreaterThanOrEqualTo(monitor.threshold());
  }

  @Test
  void aSingleOddValueIsNoDrift() {
    Series series = new Series(6);
    DriftMonitor monitor = warm(series, 100_000);
    assertThat(monitor.step(WARM_UP, 1e30, 1)).isZero();
    for (int i = 0; i < 300; i++) {
      assertThat(monitor.step(WARM_UP + i, series.next(), 0)).isZero();
    }
  }

  @Test
  void watchedItIsAtAThresholdWhereItWouldHaveDecidedAndGoesOn() {
    Series one = new Series(5);
    Series same = new Series(5);
    DriftMonitor decides = warm(one, 100_000);
    DriftMonitor watches = warm(same, 100_000);
    one.level = 16;
    same.level = 16;
    double near = 0;
    int t = WARM_UP;
    int drift = 0;
    while (drift == 0) {
      assertThat(near).isLessThan(1);
      drift = decides.step(t, one.next(), 0);
      near = watches.watch(t, same.next(), 0);
      t++;
    }
    assertThat(near).isGreaterThanOrEqualTo(1);
    assertThat(watches.watch(t, 30, 0)).isGreaterThan(near);
  }

  @Test
  void saysWhenTheWarmUpIsTooShort() {
    assertThat(new DriftMonitor(2000, 100, 1).supported()).isTrue();
    assertThat(new DriftMonitor(2000, 101, 1).supported()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"500", "2500"})
  void aRestoreInAWarmUpOrBehindItChangesNothing(int at) throws Exception {
    Series series = new Series(9);
    DriftMonitor whole = new DriftMonitor(WARM_UP, RUN_LENGTH, 1);
    for (int i = 0; i < at; i++) {
      whole.step(i, series.next(), 0);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    whole.write(new DataOutputStream(bytes));
    DriftMonitor restored = new DriftMonitor(WARM_UP, RUN_LENGTH, 1);
    restored.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    int drifts = 0;
    for (int i = at; i < at + 4000; i++) {
      double x = series.next();
      int drift = whole.step(i, x, 0);
      assertThat(restored.step(i, x, 0)).as("sample %d", i).isEqualTo(drift);
      drifts += Math.abs(drift);
    }
    assertThat(drifts).isPositive();
  }
}
