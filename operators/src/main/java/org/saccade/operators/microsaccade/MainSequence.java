package org.saccade.operators.microsaccade;

import java.util.List;

/**
 * Peak velocity over amplitude (Bahill, Clark and Stark 1975), by least squares of logarithms:
 *
 * <pre>  ln V = ln K + β ln A,   V = K · A^β</pre>
 *
 * @param n movements with an amplitude and a peak above 0
 * @param k K, deg/s at an amplitude of one degree
 * @param beta β
 * @param logErrorK standard error of ln K
 * @param errorBeta standard error of β
 * @param residual standard deviation of what is left, of ln V
 * @param correlation of ln A and ln V
 */
public record MainSequence(
    int n,
    double k,
    double beta,
    double logErrorK,
    double errorBeta,
    double residual,
    double correlation) {

  /** An amplitude in degrees and a peak velocity in deg/s. */
  public record Point(double amplitude, double peakVelocity) {}

  /** The fit; null where there are fewer than three movements, or all of one amplitude. */
  public static MainSequence fit(List<Point> points) {
    int n = 0;
    double sx = 0;
    double sy = 0;
    for (Point p : points) {
      if (usable(p)) {
        n++;
        sx += StrictMath.log(p.amplitude);
        sy += StrictMath.log(p.peakVelocity);
      }
    }
    double mx = sx / n;
    double my = sy / n;
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (Point p : points) {
      if (usable(p)) {
        double x = StrictMath.log(p.amplitude) - mx;
        double y = StrictMath.log(p.peakVelocity) - my;
        xx += x * x;
        xy += x * y;
        yy += y * y;
      }
    }
    if (n < 3 || !(xx > 0)) {
      return null;
    }
    double beta = xy / xx;
    double residual = Math.sqrt(Math.max(0, yy - beta * xy) / (n - 2));
    double errorBeta = residual / Math.sqrt(xx);
    double logErrorK = residual * Math.sqrt(1.0 / n + mx * mx / xx);
    return new MainSequence(
        n,
        StrictMath.exp(my - beta * mx),
        beta,
        logErrorK,
        errorBeta,
        residual,
        yy > 0 ? xy / Math.sqrt(xx * yy) : 0);
  }

  private static boolean usable(Point p) {
    return p.amplitude > 0 && p.peakVelocity > 0;
  }
}
