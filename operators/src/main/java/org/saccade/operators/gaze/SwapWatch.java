package org.saccade.operators.gaze;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.saccade.operators.samples.StageOutput;
import org.saccade.schemas.HealthKind;

/**
 * Whether left and right changed places: from one sample to the next each eye goes on where the
 * other was, though the two were well apart.
 */
final class SwapWatch {
  /** Eyes nearer than this cannot be told apart by where they are, degrees. */
  private static final double APART = 0.3;

  private double left = Double.NaN;
  private double right = Double.NaN;
  private long swaps;

  void open() {
    left = Double.NaN;
    right = Double.NaN;
    swaps = 0;
  }

  void sample(long sample, double xl, double xr, StageOutput<?> out) {
    double straight = Math.abs(xl - left) + Math.abs(xr - right);
    double crossed = Math.abs(xl - right) + Math.abs(xr - left);
    if (straight > 2 * APART && crossed < straight / 4) {
      swaps++;
      if (swaps == 1) {
        out.health(
            HealthKind.OTHER, sample, 1, "left and right eye seem to have changed places here");
      }
    }
    left = xl;
    right = xr;
  }

  void write(DataOutput out) throws IOException {
    out.writeDouble(left);
    out.writeDouble(right);
    out.writeLong(swaps);
  }

  void read(DataInput in) throws IOException {
    left = in.readDouble();
    right = in.readDouble();
    swaps = in.readLong();
  }
}
