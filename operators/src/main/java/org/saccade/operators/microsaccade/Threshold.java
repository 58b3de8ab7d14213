package org.saccade.operators.microsaccade;

/**
 * An ellipse in the plane of velocities: outside of it the eye moves.
 *
 * <pre>  (vx / radiusX)² + (vy / radiusY)² > 1,   radius = λ σ</pre>
 *
 * @param radiusX deg/s; 0 where the component does not move at all: then nothing is outside
 * @param radiusY deg/s, likewise
 */
public record Threshold(double radiusX, double radiusY) {
  /** Before there is one: nothing exceeds it. */
  public static final Threshold NONE = new Threshold(0, 0);

  public Threshold {
    if (!(radiusX >= 0) || !(radiusY >= 0)) {
      throw new IllegalArgumentException(
          "radiusX=" + radiusX + ", radiusY=" + radiusY + " must not be negative");
    }
  }

  /**
   * The threshold of a whole recording.
   *
   * @param vx horizontal velocities, deg/s
   * @param vy vertical velocities, deg/s
   * @param n how many of each
   * @param lambda λ, multiples of the deviation
   */
  public static Threshold of(double[] vx, double[] vy, int n, double lambda) {
    return new Threshold(lambda * MedianDeviation.of(vx, n), lambda * MedianDeviation.of(vy, n));
  }

  /** Whether both components move, so that something can exceed it. */
  public boolean known() {
    return radiusX > 0 && radiusY > 0;
  }

  /** Whether a velocity lies outside; NaN never does. */
  public boolean exceededBy(double vx, double vy) {
    double x = vx / radiusX;
    double y = vy / radiusY;
    return x * x + y * y > 1 && known();
  }
}
