package org.saccade.operators.joint;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.operators.change.JointMonitor;
import org.saccade.operators.htm.likelihood.AnomalyLikelihood;
import org.saccade.operators.probability.NormalTail;
import org.saccade.operators.series.Extremes;
import org.saccade.operators.series.Rest;

/**
 * What a trained layer sees of a record, three numbers a series, NaN in none of them.
 *
 * <pre>
 *   x_3i     anomaly score of series i, 0 to 1, each anomaly once; 0: not there
 *   x_3i+1   the same, as long as it lasts
 *   x_3i+2   how near its tests for drift are to their thresholds, 0 to 2
 * </pre>
 */
final class JointInputs {
  /** Numbers of a series. */
  static final int EACH = 3;

  private static final double NEAREST = 2;

  private final Extremes[] extremes;
  private final Rest[] rests;
  private final double[] x;
  private long records;

  JointInputs(int dimensions, int warmUp) {
    rests = new Rest[dimensions];
    Arrays.setAll(rests, i -> Rest.of(warmUp));
    extremes = new Extremes[dimensions];
    Arrays.setAll(extremes, i -> new Extremes());
    x = new double[EACH * dimensions];
  }

  /** The numbers of this record; the same array at every call. */
  double[] step(double[] values, double[] z, JointMonitor drifts) {
    for (int i = 0; i < values.length; i++) {
      double score = 0;
      if (!Double.isNaN(values[i])) {
        double log = AnomalyLikelihood.logScore(1 - NormalTail.above(z[i]));
        score = extremes[i].step(values[i]) ? 1 : Math.max(0, Math.min(1, log));
      }
      x[EACH * i] = rests[i].step(records, score);
      x[EACH * i + 1] = score;
      x[EACH * i + 2] = Math.min(NEAREST, drifts.nearness(i));
    }
    records++;
    return x;
  }

  long bytes() {
    return rests.length * rests[0].bytes() + 32L * extremes.length + 8L * x.length;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(records);
    for (int i = 0; i < extremes.length; i++) {
      extremes[i].write(out);
      rests[i].write(out);
    }
  }

  void read(DataInput in) throws IOException {
    records = in.readLong();
    for (int i = 0; i < extremes.length; i++) {
      extremes[i].read(in);
      rests[i].read(in);
    }
  }
}
