package org.saccade.operators.joint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.change.JointMonitor;
import org.saccade.operators.series.SeriesDetector;

/** What is told of several series together, from what their detectors say of each record. */
public final class Joint {
  /** The most series. */
  public static final int MOST = 128;

  private static final long SEED = 1;

  private final int dimensions;
  private final int warmUp;
  private final JointScore rule;
  private final JointMonitor drifts;
  private final JointInputs inputs;
  private final TrainedLayer layer;
  private long records;
  private double score = SeriesDetector.NEUTRAL;
  private double[] x = {};
  private int drift;

  /**
   * @param dimensions number of series, 2 to {@value #MOST}
   * @param warmUp of the series and of their joint tests
   * @param runLength records between false alarms of joint drift
   * @param layer null: the rule
   */
  public Joint(int dimensions, int warmUp, double runLength, TrainedLayer layer) {
    if (dimensions < 2 || dimensions > MOST) {
      throw new IllegalArgumentException(
          "dimensions=" + dimensions + " must be between 2 and " + MOST);
    }
    if (layer != null && layer.dimensions().size() != dimensions) {
      throw new IllegalArgumentException(
          "a layer of " + layer.dimensions() + " is for so many series, not " + dimensions);
    }
    this.dimensions = dimensions;
    this.warmUp = warmUp;
    this.layer = layer;
    rule = new JointScore(dimensions, warmUp);
    drifts = new JointMonitor(dimensions, warmUp, runLength, SEED);
    inputs = new JointInputs(dimensions, warmUp);
  }

  public int dimensions() {
    return dimensions;
  }

  /**
   * One record.
   *
   * @param values one a series; NaN where it has none, or none that can be used
   * @param raw the detectors' raw scores
   * @param z the detectors' {@link SeriesDetector#deviations}
   */
  public void step(long time, double[] values, double[] raw, double[] z) {
    records++;
    double byRule = rule.step(values, raw, z);
    drift = drifts.step(time, values, raw);
    x = inputs.step(values, z, drifts);
    score = layer == null ? byRule : isWarm() ? layer.score(x) : SeriesDetector.NEUTRAL;
  }

  /** Whether the last record is behind the warm-up. */
  public boolean isWarm() {
    return records > warmUp;
  }

  /** Records so far. */
  public long records() {
    return records;
  }

  /** Of the last record: 0 to 1. */
  public double anomalyScore() {
    return score;
  }

  /** Of the last record: -1 or 1 if a joint drift was decided with it; 0 otherwise. */
  public int drift() {
    return drift;
  }

  /** Of the last record: a series whose value was beyond all seen; -1: none. */
  public int extreme() {
    return rule.extreme();
  }

  /** The tests for joint drift. */
  public JointMonitor drifts() {
    return drifts;
  }

  /**
   * Of the last record: what a trained layer is told of it. The array is written anew each time.
   */
  public double[] inputs() {
    return x;
  }

  /** The next record continues no sequence. */
  public void interrupted() {
    drifts.interrupted();
  }

  /** Memory held, bytes. */
  public long bytes() {
    return rule.bytes() + drifts.bytes() + inputs.bytes();
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeLong(records);
    rule.write(out);
    drifts.write(out);
    inputs.write(out);
  }

  /** Takes back what {@link #write} wrote of as many series with the same parameters. */
  public void read(DataInput in) throws IOException {
    records = in.readLong();
    rule.read(in);
    drifts.read(in);
    inputs.read(in);
  }
}
