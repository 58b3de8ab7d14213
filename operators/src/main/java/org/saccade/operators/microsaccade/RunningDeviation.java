package org.saccade.operators.microsaccade;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The {@link MedianDeviation} of the last so many velocities, exact for velocities of 24 bits.
 *
 * <p>Velocities are kept as {@code float}. The two medians are those of all that are kept, found by
 * selection: one pass that sorts out what lies near the last median, where the new one nearly
 * always is.
 */
final class RunningDeviation {
  /** Share of the last deviation to either side of the last median where the new one is sought. */
  private static final double NEAR = 0.05;

  private final float[] ring;
  private final float[] scratch;
  private int next;
  private int size;
  private double median;
  private double deviation;

  /**
   * @param window how many velocities are kept
   * @param scratch at least as long; may be shared by those of one thread
   */
  RunningDeviation(int window, float[] scratch) {
    ring = new float[window];
    this.scratch = scratch;
  }

  int size() {
    return size;
  }

  /** Takes a velocity; the oldest makes room. */
  void add(double v) {
    ring[next] = (float) v;
    next = next + 1 == ring.length ? 0 : next + 1;
    size = Math.min(size + 1, ring.length);
  }

  /** Finds both medians anew and gives σ, deg/s. */
  double renew() {
    int high = size / 2;
    int low = size % 2 == 1 ? high : high - 1;
    double reach = NEAR * deviation;
    select(median - reach, median + reach, 0, false, low, high);
    double center = (found[0] + (double) found[1]) / 2;
    double last = deviation;
    select(last * (1 - NEAR), last * (1 + NEAR), center, true, low, high);
    double square = ((double) found[0] * found[0] + (double) found[1] * found[1]) / 2;
    median = center;
    deviation = Math.sqrt(square);
    return deviation < MedianDeviation.NONE ? ordinary() : deviation;
  }

  private final float[] found = new float[2];

  /** Elements {@code low} and {@code high} in order, of the values or of their distances. */
  private void select(double from, double to, double center, boolean distance, int low, int high) {
    int below = 0;
    int near = 0;
    float lower = (float) from;
    float upper = (float) to;
    for (int i = 0; i < size; i++) {
      float v = distance ? (float) Math.abs(ring[i] - center) : ring[i];
      if (v < lower) {
        below++;
      } else if (v <= upper) {
        scratch[near++] = v;
      }
    }
    if (low >= below && high < below + near) {
      found[0] = Selection.select(scratch, near, low - below);
      found[1] = low == high ? found[0] : Selection.select(scratch, near, high - below);
      return;
    }
    for (int i = 0; i < size; i++) {
      scratch[i] = distance ? (float) Math.abs(ring[i] - center) : ring[i];
    }
    found[0] = Selection.select(scratch, size, low);
    found[1] = low == high ? found[0] : Selection.select(scratch, size, high);
  }

  private double ordinary() {
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      sum += ring[i];
      squares += (double) ring[i] * ring[i];
    }
    double mean = sum / size;
    double d = Math.sqrt(Math.max(0, squares / size - mean * mean));
    return d < MedianDeviation.NONE ? 0 : d;
  }

  void clear() {
    next = 0;
    size = 0;
    median = 0;
    deviation = 0;
  }

  /** Writes the velocities as they lie, as one array of bytes. */
  void save(DataOutput out) throws IOException {
    byte[] bytes = new byte[4 * size];
    ByteBuffer.wrap(bytes).asFloatBuffer().put(ring, 0, size);
    out.write(bytes);
  }

  /** Takes back what {@link #save} wrote, after {@link #restore}. */
  void load(DataInput in) throws IOException {
    byte[] bytes = new byte[4 * size];
    in.readFully(bytes);
    ByteBuffer.wrap(bytes).asFloatBuffer().get(ring, 0, size);
  }

  double median() {
    return median;
  }

  double deviation() {
    return deviation;
  }

  /** Place of the next velocity. */
  int next() {
    return next;
  }

  /** Most velocities that are kept. */
  int window() {
    return ring.length;
  }

  /** Goes on with a ring that was filled by hand. */
  void restore(int nextPlace, int filled, double lastMedian, double lastDeviation) {
    if (filled < 0 || filled > ring.length || nextPlace < 0 || nextPlace >= ring.length) {
      throw new IllegalArgumentException(
          "place " + nextPlace + " of " + filled + " velocities in a window of " + ring.length);
    }
    next = nextPlace;
    size = filled;
    median = lastMedian;
    deviation = lastDeviation;
  }
}
