package org.saccade.operators.microsaccade;

import java.util.ArrayList;
import java.util.List;

/**
 * Microsaccades of one eye in a whole recording: the published method, with the threshold of all of
 * its velocities.
 */
public final class TrialDetector {
  private final DetectorParameters parameters;
  private final double rate;

  /**
   * @param rate samples a second, above 0
   */
  public TrialDetector(DetectorParameters parameters, double rate) {
    if (!(rate > 0) || rate > 1e6) {
      throw new IllegalArgumentException("rate=" + rate + " must be above 0 and at most 1e6 Hz");
    }
    this.parameters = parameters;
    this.rate = rate;
  }

  /** What was found in one eye, and above which threshold. */
  public record Found(List<EyeMovement> movements, Threshold threshold) {}

  /**
   * The movements in order of time.
   *
   * @param x horizontal positions, degrees; a sample with NaN in either component is missing
   * @param y vertical positions, degrees, as long as {@code x}
   */
  public Found detect(double[] x, double[] y) {
    int n = x.length;
    if (y.length != n) {
      throw new IllegalArgumentException(n + " horizontal positions and " + y.length + " vertical");
    }
    double[] vx = new double[n];
    double[] vy = new double[n];
    EyeVelocity.of(seenInBoth(x, y), n, rate, vx);
    EyeVelocity.of(seenInBoth(y, x), n, rate, vy);
    Threshold threshold = Threshold.of(vx, vy, n, parameters.lambda());
    List<EyeMovement> movements = new ArrayList<>();
    Run run = new Run();
    for (int i = 0; i < n; i++) {
      if (threshold.exceededBy(vx[i], vy[i])) {
        run.add(i, x[i], y[i], vx[i], vy[i]);
      } else {
        end(run, movements);
      }
    }
    end(run, movements);
    return new Found(movements, threshold);
  }

  private void end(Run run, List<EyeMovement> movements) {
    if (run.duration() >= parameters.minDuration()) {
      movements.add(run.movement());
    }
    run.clear();
  }

  private static double[] seenInBoth(double[] component, double[] other) {
    double[] seen = component.clone();
    for (int i = 0; i < seen.length; i++) {
      if (!EyeVelocity.isPosition(other[i]) || !EyeVelocity.isPosition(seen[i])) {
        seen[i] = Double.NaN;
      }
    }
    return seen;
  }
}
