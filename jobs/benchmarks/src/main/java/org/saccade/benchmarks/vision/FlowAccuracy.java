package org.saccade.benchmarks.vision;

import java.util.Arrays;
import org.saccade.operators.flow.FlowOutput;
import org.saccade.operators.flow.FlowParameters;
import org.saccade.operators.flow.LocalPlaneFlow;
import org.saccade.schemas.batch.FlowBatch;
import org.saccade.simulators.EventSimulation;
import org.saccade.simulators.scene.Motion;

/** Flow vectors beside the normal flow that the scene has at their events. */
final class FlowAccuracy {
  /** The normal flow of the scene; null where it is not known. */
  interface Truth {
    Motion at(long timeMicros, double x, double y);
  }

  /**
   * @param events of the simulation
   * @param vectors share of the events with a vector that has a truth
   * @param angleMedian degrees between vector and truth
   * @param angle90 degrees, 90th percentile
   * @param speedMedian |speed / true speed − 1|
   * @param speed90 the same, 90th percentile
   * @param speedRatio median of speed / true speed
   * @param residual mean residual of the planes, microseconds
   */
  record Result(
      int events,
      double vectors,
      double angleMedian,
      double angle90,
      double speedMedian,
      double speed90,
      double speedRatio,
      double residual) {}

  private final Truth truth;
  private double[] angles = new double[1 << 12];
  private double[] errors = new double[1 << 12];
  private double[] ratios = new double[1 << 12];
  private double residuals;
  private int n;

  private FlowAccuracy(Truth truth) {
    this.truth = truth;
  }

  static Result of(EventSimulation simulation, FlowParameters parameters, Truth truth) {
    LocalPlaneFlow flow = new LocalPlaneFlow(parameters);
    flow.open(simulation.scene().width(), simulation.scene().height());
    FlowAccuracy accuracy = new FlowAccuracy(truth);
    int[] events = {0};
    simulation.run(
        batch -> {
          events[0] += batch.size();
          flow.process(
              batch,
              batch.t(batch.size() - 1),
              output -> {
                if (output instanceof FlowOutput slice) {
                  accuracy.add(slice.vectors());
                }
              });
        });
    return accuracy.result(events[0]);
  }

  private void add(FlowBatch v) {
    for (int i = 0; i < v.size(); i++) {
      double x = (v.x()[i] & 0xFFFF) + 0.5;
      double y = (v.y()[i] & 0xFFFF) + 0.5;
      Motion real = truth.at(v.t()[i], x, y);
      if (real != null) {
        add(new Motion(v.vx()[i], v.vy()[i]), real);
        residuals += v.residual()[i];
      }
    }
  }

  private void add(Motion measured, Motion real) {
    if (n == angles.length) {
      angles = Arrays.copyOf(angles, 2 * n);
      errors = Arrays.copyOf(errors, 2 * n);
      ratios = Arrays.copyOf(ratios, 2 * n);
    }
    double cross = measured.x() * real.y() - measured.y() * real.x();
    double dot = measured.x() * real.x() + measured.y() * real.y();
    angles[n] = Math.abs(Math.toDegrees(Math.atan2(cross, dot)));
    ratios[n] = measured.speed() / real.speed();
    errors[n] = Math.abs(ratios[n] - 1);
    n++;
  }

  private Result result(int events) {
    Arrays.sort(angles, 0, n);
    Arrays.sort(errors, 0, n);
    Arrays.sort(ratios, 0, n);
    return new Result(
        events,
        (double) n / events,
        quantile(angles, 0.5),
        quantile(angles, 0.9),
        quantile(errors, 0.5),
        quantile(errors, 0.9),
        quantile(ratios, 0.5),
        residuals / n);
  }

  private double quantile(double[] sorted, double q) {
    return n == 0 ? Double.NaN : sorted[(int) (q * (n - 1))];
  }
}
