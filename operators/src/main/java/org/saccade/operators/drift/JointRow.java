package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** What the detectors of several series say of one moment; NaN where one has said nothing yet. */
final class JointRow {
  final long time;
  final double[] values;
  final double[] raw;
  final double[] z;

  JointRow(long time, int dimensions) {
    this.time = time;
    values = new double[dimensions];
    raw = new double[dimensions];
    z = new double[dimensions];
    Arrays.fill(values, Double.NaN);
    Arrays.fill(z, Double.NaN);
  }

  boolean has(int i) {
    return !Double.isNaN(values[i]);
  }

  /** The series that deviates most. */
  int leader() {
    int leader = 0;
    for (int i = 1; i < z.length; i++) {
      leader = Double.isNaN(z[leader]) || z[i] > z[leader] ? i : leader;
    }
    return leader;
  }

  /** Mean raw score of those that are there. */
  double meanRaw() {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < raw.length; i++) {
      sum += has(i) ? raw[i] : 0;
      n += has(i) ? 1 : 0;
    }
    return n == 0 ? 0 : sum / n;
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(time);
    for (int i = 0; i < values.length; i++) {
      out.writeDouble(values[i]);
      out.writeDouble(raw[i]);
      out.writeDouble(z[i]);
    }
  }

  static JointRow read(DataInput in, int dimensions) throws IOException {
    JointRow row = new JointRow(in.readLong(), dimensions);
    for (int i = 0; i < dimensions; i++) {
      row.values[i] = in.readDouble();
      row.raw[i] = in.readDouble();
      row.z[i] = in.readDouble();
    }
    return row;
  }
}
