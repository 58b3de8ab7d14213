package org.saccade.operators.series;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The spatial rule of NAB's Numenta detector: a value beyond all seen so far by more than 5 % of
 * their range is an anomaly in itself.
 */
public final class Extremes {
  /** Part of the range seen so far. */
  public static final double TOLERANCE = 0.05;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;

  /** Whether this value is beyond those before it; it is one of them from then on. */
  public boolean step(double value) {
    return step(value, TOLERANCE);
  }

  /**
   * The same with another tolerance.
   *
   * @param part of the range seen so far by which a value must be beyond it
   */
  public boolean step(double value, double part) {
    double tolerance = (max - min) * part;
    boolean beyond = max > min && (value > max + tolerance || value < min - tolerance);
    min = Math.min(min, value);
    max = Math.max(max, value);
    return beyond;
  }

  /** Fields that {@link #read} takes back. */
  public void write(DataOutput out) throws IOException {
    out.writeDouble(min);
    out.writeDouble(max);
  }

  /** Takes back what {@link #write} wrote. */
  public void read(DataInput in) throws IOException {
    min = in.readDouble();
    max = in.readDouble();
  }
}
