package org.saccade.operators.drift;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** The first values of a series, held back until there are enough to know their range. */
final class Beginning {
  private final long[] times;
  private final double[] values;
  private int n;

  /**
   * @param most values that are enough
   */
  Beginning(int most) {
    times = new long[most];
    values = new double[most];
  }

  void add(long time, double value) {
    times[n] = time;
    values[n] = value;
    n++;
  }

  boolean isComplete() {
    return n == times.length;
  }

  int size() {
    return n;
  }

  long time(int i) {
    return times[i];
  }

  double[] values() {
    return values;
  }

  /** The median step forward in time, microseconds; 0 where there is none. */
  long interval() {
    long[] steps = new long[n];
    int found = 0;
    for (int i = 1; i < n; i++) {
      if (times[i] > times[i - 1]) {
        steps[found++] = times[i] - times[i - 1];
      }
    }
    Arrays.sort(steps, 0, found);
    return found == 0 ? 0 : steps[found / 2];
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(n);
    for (int i = 0; i < n; i++) {
      out.writeLong(times[i]);
      out.writeDouble(values[i]);
    }
  }

  void read(DataInput in) throws IOException {
    n = in.readInt();
    if (n < 0 || n >= times.length) {
      throw new IOException(n + " values held back must be below " + times.length);
    }
    for (int i = 0; i < n; i++) {
      times[i] = in.readLong();
      values[i] = in.readDouble();
    }
  }
}
