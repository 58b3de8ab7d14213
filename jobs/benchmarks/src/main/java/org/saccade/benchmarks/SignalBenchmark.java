package org.saccade.benchmarks;

import java.util.List;
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
import org.saccade.operators.signal.iir.Butterworth;
import org.saccade.operators.signal.iir.IirFilter;
import org.saccade.operators.signal.iir.IirParameters;
import org.saccade.operators.signal.iir.Notch;
import org.saccade.operators.signal.reference.Reference;
import org.saccade.operators.signal.reference.Rereference;
import org.saccade.operators.signal.resample.ResampleParameters;
import org.saccade.operators.signal.resample.Resampler;
import org.saccade.operators.signal.window.BandPower;
import org.saccade.operators.signal.window.Hjorth;
import org.saccade.operators.signal.window.WelchParameters;
import org.saccade.operators.signal.window.WindowParameters;
import org.saccade.operators.signal.window.Windows;
import org.saccade.schemas.batch.SampleBatch;

/**
 * 64 channels at 1 kHz on one thread, in batches of a tenth of a second: seconds of recording a
 * second (= times real time).
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SignalBenchmark {
  private static final int CHANNELS = 64;
  private static final int RATE = 1000;
  private static final int BATCH = 100;
  private static final int SECONDS = 10;

  private final double[][] recording = new double[CHANNELS][SECONDS * RATE];
  private final SampleBatch batch = new SampleBatch();
  private final SampleBatch referenced = new SampleBatch();
  private IirFilter filter;
  private Rereference reference;
  private Windows features;
  private Resampler resampler;
  private double found;

  /** Noise on a slow wave. */
  @Setup
  public void setup() {
    SplittableRandom random = new SplittableRandom(1);
    for (double[] channel : recording) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] = 50 * Math.sin(i / 100.0) + 10 * random.nextGaussian();
      }
    }
    filter =
        new IirFilter(
            IirParameters.of(Butterworth.bandPass(4, 1, 40), new Notch(50, 30)), RATE, CHANNELS);
    reference =
        new Rereference(
            new Reference.Average(List.of()),
            java.util.stream.IntStream.range(0, CHANNELS).mapToObj(c -> "E" + c).toList());
    features =
        new Windows(
            new WindowParameters(RATE, RATE / 4),
            CHANNELS,
            (first, values) -> found += values[0][0],
            new Hjorth(),
            new BandPower(
                WelchParameters.ofSegment(RATE / 2),
                RATE,
                List.of(
                    new BandPower.Band(2, 4),
                    new BandPower.Band(4, 8),
                    new BandPower.Band(8, 13),
                    new BandPower.Band(13, 30))));
    resampler =
        new Resampler(
            new ResampleParameters(1, 4), CHANNELS, (number, values) -> found += values[0]);
  }

  private void load(int from) {
    batch.shape(CHANNELS, BATCH);
    for (int c = 0; c < CHANNELS; c++) {
      System.arraycopy(recording[c], from, batch.channel(c), 0, BATCH);
    }
  }

  /** Band-pass 1 to 40 Hz of order 4 and notch: five sections. */
  @Benchmark
  @OperationsPerInvocation(SECONDS)
  public double filter() {
    for (int from = 0; from < SECONDS * RATE; from += BATCH) {
      load(from);
      filter.process(batch);
    }
    return batch.channel(0)[0];
  }

  /** The filter, average reference, and four times a second Hjorth and four bands of a second. */
  @Benchmark
  @OperationsPerInvocation(SECONDS)
  public double cleaningAndFeatures() {
    for (int from = 0; from < SECONDS * RATE; from += BATCH) {
      load(from);
      filter.process(batch);
      reference.process(batch, referenced);
      features.process(referenced);
    }
    return found;
  }

  /** To 250 Hz. */
  @Benchmark
  @OperationsPerInvocation(SECONDS)
  public double resample() {
    for (int from = 0; from < SECONDS * RATE; from += BATCH) {
      load(from);
      resampler.process(batch);
    }
    return found;
  }
}
