package org.saccade.operators.change;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * Watches several series of one clock for drift of any, or of some together. Each has the tests of
 * a {@link DriftMonitor}, which decide nothing by themselves; a drift is decided by the nearest of
 * them all, or by how near they are in sum ({@link JointThresholds}), and is that of the nearest.
 * Then all references are learnt anew.
 */
public final class JointMonitor {
  private final int warmUp;
  private final double runLength;
  private final long seed;
  private final DriftMonitor[] series;
  private final double[] near;
  private final double[] last;
  private JointThresholds thresholds;
  private int leader;
  private double decidedNearness;

  /**
   * @param dimensions number of series, at least 2
   * @param warmUp samples from which references are learnt, at least 30
   * @param runLength samples between false alarms of all of them together
   * @param seed of the resampling that finds the thresholds
   */
  public JointMonitor(int dimensions, int warmUp, double runLength, long seed) {
    if (dimensions < 2) {
      throw new IllegalArgumentException("dimensions=" + dimensions + " must be at least 2");
    }
    this.warmUp = warmUp;
    this.runLength = runLength;
    this.seed = seed;
    series = new DriftMonitor[dimensions];
    Arrays.setAll(series, i -> new DriftMonitor(warmUp, runLength, seed, true));
    near = new double[dimensions];
    last = new double[dimensions];
  }

  /**
   * One sample of each series.
   *
   * @param values finite, or NaN where a series has none: its tests stand still, and in a warm-up
   *     its last value counts again
   * @param rawScores of the sequence memories
   * @return -1 or 1 if a drift is decided now, by the direction of the nearest test; 0 otherwise
   */
  public int step(long time, double[] values, double[] rawScores) {
    boolean warming = thresholds == null;
    for (int i = 0; i < series.length; i++) {
      boolean there = !Double.isNaN(values[i]);
      if (there) {
        last[i] = values[i];
      }
      if (there || warming) {
        near[i] = series[i].watch(time, last[i], there ? rawScores[i] : 0);
      }
    }
    if (warming) {
      if (series[0].isLearnt()) {
        thresholds = JointThresholds.of(series, DriftMonitor.block(warmUp), runLength, seed);
      }
      return 0;
    }
    double now = thresholds.nearness(near);
    return now < 1 ? 0 : decide(now);
  }

  private int decide(double now) {
    decidedNearness = now;
    leader = 0;
    for (int i = 1; i < near.length; i++) {
      leader = near[i] > near[leader] ? i : leader;
    }
    int direction = series[leader].settle();
    forget();
    return direction;
  }

  /** How near the joint test is to its threshold, 1 being there; 0 in a warm-up. */
  public double nearness() {
    return thresholds == null ? 0 : thresholds.nearness(near);
  }

  /** How near the nearest test of a series is to that series' own threshold; 0 in a warm-up. */
  public double nearness(int dimension) {
    return near[dimension];
  }

  /** Of the last decision: which series was nearest. */
  public int leader() {
    return leader;
  }

  /** Of the last decision: the tests of the nearest series, for when and what changed. */
  public DriftMonitor leading() {
    return series[leader];
  }

  /** Of the last decision: the joint statistic over its threshold. */
  public double decidedNearness() {
    return decidedNearness;
  }

  /** The next samples are no neighbours of the last: seasons are learnt again. */
  public void interrupted() {
    boolean again = false;
    for (DriftMonitor one : series) {
      one.interrupted();
      again |= thresholds != null && !one.isLearnt();
    }
    if (again) {
      forget();
    }
  }

  private void forget() {
    for (DriftMonitor one : series) {
      one.forgetReference();
    }
    Arrays.fill(near, 0);
    thresholds = null;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    for (int i = 0; i < series.length; i++) {
      series[i].write(out);
      out.writeDouble(near[i]);
      out.writeDouble(last[i]);
    }
    out.writeBoolean(thresholds != null);
    if (thresholds != null) {
      out.writeDouble(thresholds.nearest());
      out.writeDouble(thresholds.sum());
    }
  }

  /** Takes back what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    for (int i = 0; i < series.length; i++) {
      series[i].read(in);
      near[i] = in.readDouble();
      last[i] = in.readDouble();
    }
    thresholds = in.readBoolean() ? new JointThresholds(in.readDouble(), in.readDouble()) : null;
  }

  /** Memory held, bytes. */
  public long bytes() {
    long bytes = 16L * near.length;
    for (DriftMonitor one : series) {
      bytes += one.bytes();
    }
    return bytes;
  }
}
