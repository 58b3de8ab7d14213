package org.saccade.operators.flow;

import org.saccade.operators.stage.StageOutput;
import org.saccade.schemas.batch.FlowBatch;

/**
 * The flow of a slice.
 *
 * @param start sensor time of the slice's begin, microseconds
 * @param end sensor time of its end
 * @param events events of the slice, with or without flow
 * @param vx mean of the vectors, pixels a second to the right; 0 without vectors
 * @param vy the same, downwards
 * @param speed mean length of the vectors, pixels a second
 * @param residual mean residual of their planes, microseconds
 * @param vectors reused for the next slice: who keeps them copies them
 */
public record FlowOutput(
    long start,
    long end,
    long events,
    double vx,
    double vy,
    double speed,
    double residual,
    FlowBatch vectors)
    implements StageOutput {

  static FlowOutput of(long start, long end, long events, FlowBatch vectors) {
    double vx = 0;
    double vy = 0;
    double speed = 0;
    double residual = 0;
    int n = vectors.size();
    for (int i = 0; i < n; i++) {
      double x = vectors.vx()[i];
      double y = vectors.vy()[i];
      vx += x;
      vy += y;
      speed += Math.sqrt(x * x + y * y);
      residual += vectors.residual()[i];
    }
    double most = Math.max(1, n);
    return new FlowOutput(
        start, end, events, vx / most, vy / most, speed / most, residual / most, vectors);
  }
}
