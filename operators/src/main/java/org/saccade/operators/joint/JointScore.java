package org.saccade.operators.joint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.operators.htm.likelihood.AnomalyLikelihood;
import org.saccade.operators.series.Extremes;
import org.saccade.operators.series.Rest;
import org.saccade.operators.series.SeriesDetector;

/** One anomaly score of several series, on the scale of that of one. */
final class JointScore {
  private final int warmUp;
  private final Dependence dependence;
  private final Extremes[] extremes;
  private final Rest rest;
  private long records;
  private int extreme = -1;

  JointScore(int dimensions, int warmUp) {
    this.warmUp = warmUp;
    dependence = new Dependence(dimensions);
    extremes = new Extremes[dimensions];
    Arrays.setAll(extremes, i -> new Extremes());
    rest = Rest.of(warmUp);
  }

  /**
   * One record.
   *
   * @param values NaN: not there
   * @param raw raw scores
   * @param z by how many deviations they are above those of the past
   */
  double step(double[] values, double[] raw, double[] z) {
    dependence.step(raw);
    records++;
    double score =
        records <= warmUp
            ? SeriesDetector.NEUTRAL
            : Math.max(0, AnomalyLikelihood.logScore(1 - JointTail.of(z, dependence)));
    if (beyond(values)) {
      score = 1;
    }
    return rest.step(records - 1, score);
  }

  /**
   * Whether a value is beyond all of its series seen so far. The tolerance is wider than that of
   * one series alone, so that d series are beyond theirs together about as often as one is beyond
   * its own: with exponential tails, a range of n values is 2 b ln(n/2) and passing it by a part t
   * more is exp(-2 t ln(n/2)) as likely.
   */
  private boolean beyond(double[] values) {
    double part = Extremes.TOLERANCE;
    if (records > 2) {
      part +=
          StrictMath.log(dependence.effective()) / (2 * StrictMath.log(Math.max(4, records / 2.0)));
    }
    extreme = -1;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        extreme = extremes[i].step(values[i], part) ? i : extreme;
      }
    }
    return extreme >= 0;
  }

  /** Of the last record: a series whose value was beyond all seen; -1: none. */
  int extreme() {
    return extreme;
  }

  long bytes() {
    return dependence.bytes() + rest.bytes() + 32L * extremes.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(records);
    dependence.write(out);
    for (Extremes one : extremes) {
      one.write(out);
    }
    rest.write(out);
  }

  void read(DataInput in) throws IOException {
    records = in.readLong();
    dependence.read(in);
    for (Extremes one : extremes) {
      one.read(in);
    }
    rest.read(in);
  }
}
