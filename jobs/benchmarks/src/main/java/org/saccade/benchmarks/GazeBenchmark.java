package org.saccade.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.saccade.operators.microsaccade.BinocularMovement;
import org.saccade.operators.microsaccade.EyeMovement;
import org.saccade.operators.microsaccade.MovementSink;
import org.saccade.operators.microsaccade.OnlineDetector;
import org.saccade.operators.microsaccade.OnlineParameters;

/**
 * Microsaccades on a stream on one thread: samples of both eyes a microsecond (= millions a
 * second), with medians over the last 20 s at 500 Hz.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class GazeBenchmark {
  private static final int SAMPLES = 1 << 16;

  private final double[][] at = new double[4][SAMPLES];
  private OnlineDetector detector;
  private long found;

  /** Tremor, drift and steps. */
  @Setup
  public void setup() {
    SplittableRandom random = new SplittableRandom(1);
    double x = 0;
    double step = 0;
    for (int i = 0; i < SAMPLES; i++) {
      step = i % 200 == 0 ? random.nextDouble(-0.1, 0.1) : i % 200 < 5 ? step : 0;
      x += step + random.nextGaussian() * 0.002;
      for (double[] component : at) {
        component[i] = x + random.nextGaussian() * 0.01;
      }
    }
    detector =
        new OnlineDetector(
            OnlineParameters.DEFAULTS,
            500,
            new MovementSink() {
              @Override
              public void eye(boolean left, EyeMovement movement, boolean alone) {
                found++;
              }

              @Override
              public void both(BinocularMovement movement, long clusterEnd) {
                found++;
              }
            });
  }

  /** Both eyes. */
  @Benchmark
  @OperationsPerInvocation(SAMPLES)
  public long microsaccades() {
    for (int i = 0; i < SAMPLES; i++) {
      detector.push(at[0][i], at[1][i], at[2][i], at[3][i]);
    }
    return found;
  }
}
