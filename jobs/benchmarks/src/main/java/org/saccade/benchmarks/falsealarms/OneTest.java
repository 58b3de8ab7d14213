package org.saccade.benchmarks.falsealarms;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.saccade.operators.sequential.Bernoulli;
import org.saccade.operators.sequential.Calibration;
import org.saccade.operators.sequential.Decision;
import org.saccade.operators.sequential.Gaussian;
import org.saccade.operators.sequential.GaussianRunLength;
import org.saccade.operators.sequential.Lattice;
import org.saccade.operators.sequential.SequentialTest;

/**
 * A CUSUM of yes-or-no or normal samples, in one direction, or in both, each at twice the run
 * length.
 *
 * @param evidence of a standard normal sample, or of 1 (yes) and 0 (no); one a direction
 * @param nominal threshold for independent samples; one a direction
 */
@SuppressWarnings("ArrayRecordComponent") // made once, compared by nobody
record OneTest(DoubleUnaryOperator[] evidence, double[] nominal, double p0, double runLength) {
  private static final int AFTER = 1500;

  /** Of normal samples, for a shift of the mean by one deviation. */
  static OneTest normal(double runLength, int... directions) {
    double each = runLength * directions.length;
    return new OneTest(
        Arrays.stream(directions)
            .mapToObj(d -> (DoubleUnaryOperator) new Gaussian(0, d, 1)::of)
            .toArray(DoubleUnaryOperator[]::new),
        Arrays.stream(directions)
            .mapToDouble(d -> GaussianRunLength.threshold(0.5, each))
            .toArray(),
        Double.NaN,
        runLength);
  }

  /** Of yes-or-no samples, from p₀ to each of these. */
  static OneTest yesOrNo(double runLength, double p0, double... alternatives) {
    double each = runLength * alternatives.length;
    DoubleUnaryOperator[] evidence = new DoubleUnaryOperator[alternatives.length];
    double[] nominal = new double[alternatives.length];
    for (int i = 0; i < evidence.length; i++) {
      double p1 = alternatives[i];
      Bernoulli test = new Bernoulli(p0, p1);
      evidence[i] = x -> x == 1 ? test.yes() : test.no();
      // The nominal threshold of a fall is that of its mirror image.
      Lattice lattice = Lattice.of(p1 > p0 ? test : new Bernoulli(1 - p0, 1 - p1));
      nominal[i] = lattice.threshold(p1 > p0 ? p0 : 1 - p0, each) * lattice.unit();
    }
    return new OneTest(evidence, nominal, p0, runLength);
  }

  /** Samples of a process that remembers, from a seed on. */
  private DoubleSupplier noise(double memory, long seed) {
    Noise noise = new Noise(memory, seed);
    return Double.isNaN(p0) ? noise::normal : () -> noise.yes(p0) ? 1 : 0;
  }

  /** Calibrated on a warm-up, and as many alarms as a run of other samples gives. */
  Tally tally(double memory, int warmUp) {
    return tally(warmUp, noise(memory, 2L * warmUp), () -> noise(memory, 2L * warmUp + 1), AFTER);
  }

  /** Samples of the warm-up. */
  int warmUp() {
    return (int) (Calibration.WARM_UP_RUN_LENGTHS * runLength);
  }

  /**
   * The same of any samples.
   *
   * @param after those behind the warm-up, from their first on each time
   * @param runLengths how many there are
   */
  Tally tally(int seed, DoubleSupplier learnt, Supplier<DoubleSupplier> after, int runLengths) {
    double[] x = DoubleStream.generate(learnt).limit(warmUp()).toArray();
    double[] thresholds = new double[evidence.length];
    for (int k = 0; k < thresholds.length; k++) {
      double[] z = Arrays.stream(x).map(evidence[k]).toArray();
      thresholds[k] =
          Calibration.of(z, runLength * thresholds.length, nominal[k], seed).threshold();
    }
    long samples = (long) (runLengths * runLength);
    double ofNominal = alarms(nominal, after.get(), samples) * runLength / samples;
    return new Tally(alarms(thresholds, after.get(), samples), samples, ofNominal);
  }

  private long alarms(double[] thresholds, DoubleSupplier samples, long n) {
    SequentialTest[] tests =
        Arrays.stream(thresholds).mapToObj(SequentialTest::cusum).toArray(SequentialTest[]::new);
    long alarms = 0;
    for (long i = 0; i < n; i++) {
      double x = samples.getAsDouble();
      boolean alarm = false;
      for (int k = 0; k < tests.length; k++) {
        alarm |= tests[k].step(evidence[k].applyAsDouble(x)) == Decision.ALTERNATIVE;
      }
      if (alarm) {
        alarms++;
        Arrays.stream(tests).forEach(SequentialTest::begin);
      }
    }
    return alarms;
  }
}
