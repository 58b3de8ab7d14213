package org.saccade.operators.microsaccade;

/** Samples in a row above the threshold, one after the other; what is asked of them at the end. */
final class Run {
  private long onset = -1;
  private long end;
  private double peak;
  private double lastSpeed;
  private final Extent x = new Extent();
  private final Extent y = new Extent();

  boolean isEmpty() {
    return onset < 0;
  }

  /** First sample; -1 of none. */
  long onset() {
    return onset;
  }

  long duration() {
    return isEmpty() ? 0 : end - onset + 1;
  }

  void clear() {
    onset = -1;
  }

  /** The next sample, with its position and velocity. */
  void add(long sample, double px, double py, double vx, double vy) {
    double speed = Math.sqrt(vx * vx + vy * vy);
    if (isEmpty()) {
      onset = sample;
      peak = speed;
      x.start(px);
      y.start(py);
    } else {
      // The last sample's speed does not count for the peak, so each counts with the next one.
      peak = Math.max(peak, lastSpeed);
      x.add(px);
      y.add(py);
    }
    lastSpeed = speed;
    end = sample;
  }

  EyeMovement movement() {
    return new EyeMovement(
        onset, end, peak, x.displacement(), y.displacement(), x.amplitude(), y.amplitude());
  }

  /** Puts the fields into twelve numbers. */
  void save(double[] to, int at) {
    to[at] = onset;
    to[at + 1] = end;
    to[at + 2] = peak;
    to[at + 3] = lastSpeed;
    x.save(to, at + 4);
    y.save(to, at + 4 + Extent.NUMBERS);
  }

  void restore(double[] from, int at) {
    onset = (long) from[at];
    end = (long) from[at + 1];
    peak = from[at + 2];
    lastSpeed = from[at + 3];
    x.restore(from, at + 4);
    y.restore(from, at + 4 + Extent.NUMBERS);
  }

  /** How many numbers {@link #save} writes. */
  static final int NUMBERS = 4 + 2 * Extent.NUMBERS;

  /** First, last, smallest and largest position of one component. */
  private static final class Extent {
    static final int NUMBERS = 5;

    private double first;
    private double last;
    private double least;
    private double most;

    /** 1 where the first largest comes after the first smallest, -1 where before, 0 at the same. */
    private int order;

    void start(double p) {
      first = p;
      last = p;
      least = p;
      most = p;
      order = 0;
    }

    void add(double p) {
      last = p;
      if (p < least) {
        least = p;
        order = -1;
      } else if (p > most) {
        most = p;
        order = 1;
      }
    }

    double displacement() {
      return last - first;
    }

    double amplitude() {
      return order * (most - least);
    }

    void save(double[] to, int at) {
      to[at] = first;
      to[at + 1] = last;
      to[at + 2] = least;
      to[at + 3] = most;
      to[at + 4] = order;
    }

    void restore(double[] from, int at) {
      first = from[at];
      last = from[at + 1];
      least = from[at + 2];
      most = from[at + 3];
      order = (int) from[at + 4];
    }
  }
}
