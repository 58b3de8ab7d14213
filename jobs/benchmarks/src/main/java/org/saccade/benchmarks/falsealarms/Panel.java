package org.saccade.benchmarks.falsealarms;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.saccade.operators.change.DriftMonitor;
import org.saccade.operators.change.JointMonitor;
import org.saccade.operators.probability.SplitMix;

/**
 * The tests that the product runs: the seven of one series, or those of several series together, in
 * noise of which a part is common to all.
 *
 * @param dimensions series; 1: {@link DriftMonitor}
 * @param warmUp samples
 * @param common part of the variance that the series share
 * @param memory correlation of neighbouring samples
 * @param surprise part of the records that surprise the sequence memory
 * @param period of a wave of two deviations under the noise; 0: none
 */
record Panel(
    int dimensions,
    int warmUp,
    double runLength,
    double common,
    double memory,
    double surprise,
    int period) {
  private static final int ALARMS = 150;
  private static final double SURPRISE_MEMORY = 0.6;

  /** The series, sample after sample. */
  private final class Source {
    private final Noise[] own = new Noise[dimensions];
    private final Noise[] surprises = new Noise[dimensions];
    private final double[] x = new double[dimensions];
    private final double[] raw = new double[dimensions];
    private Noise shared;
    private long t;

    private Source(long seed) {
      shared = new Noise(memory, seed);
      Arrays.setAll(own, i -> new Noise(memory, SplitMix.at(seed, 1 + 2 * i)));
      Arrays.setAll(surprises, i -> new Noise(SURPRISE_MEMORY, SplitMix.at(seed, 2 + 2 * i)));
    }

    /** Goes on from the last sample by other random numbers. */
    private Source on(long seed) {
      Source on = new Source(seed);
      on.shared = shared.on(seed);
      Arrays.setAll(on.own, i -> own[i].on(SplitMix.at(seed, 1 + 2 * i)));
      Arrays.setAll(on.surprises, i -> surprises[i].on(SplitMix.at(seed, 2 + 2 * i)));
      on.t = t;
      return on;
    }

    private void next() {
      double all = shared.normal();
      double wave = period == 0 ? 0 : 2 * StrictMath.sin(2 * StrictMath.PI * t / period);
      for (int i = 0; i < dimensions; i++) {
        x[i] = wave + StrictMath.sqrt(common) * all + StrictMath.sqrt(1 - common) * own[i].normal();
        raw[i] = surprises[i].yes(surprise) ? 1 : 0;
      }
      t++;
    }
  }

  /** One monitor or several as one, and how they are kept. */
  private interface Watch {
    int step(long time, Source source);

    void write(DataOutput out) throws IOException;

    void read(DataInput in) throws IOException;
  }

  private Watch fresh() {
    return dimensions == 1 ? one(new DriftMonitor(warmUp, runLength, 1)) : joint();
  }

  private static Watch one(DriftMonitor monitor) {
    return new Watch() {
      @Override
      public int step(long time, Source source) {
        return monitor.step(time, source.x[0], source.raw[0]);
      }

      @Override
      public void write(DataOutput out) throws IOException {
        monitor.write(out);
      }

      @Override
      public void read(DataInput in) throws IOException {
        monitor.read(in);
      }
    };
  }

  private Watch joint() {
    JointMonitor monitor = new JointMonitor(dimensions, warmUp, runLength, 1);
    return new Watch() {
      @Override
      public int step(long time, Source source) {
        return monitor.step(time, source.x, source.raw);
      }

      @Override
      public void write(DataOutput out) throws IOException {
        monitor.write(out);
      }

      @Override
      public void read(DataInput in) throws IOException {
        monitor.read(in);
      }
    };
  }

  /** Learnt from one warm-up, then run again and again from its end to the first alarm. */
  Tally tally(int number) {
    try {
      Watch learns = fresh();
      Source source = new Source(SplitMix.hash(number));
      for (int i = 0; i < warmUp; i++) {
        source.next();
        learns.step(i, source);
      }
      ByteArrayOutputStream learnt = new ByteArrayOutputStream();
      learns.write(new DataOutputStream(learnt));
      Watch watches = fresh();
      long samples = 0;
      for (int alarm = 0; alarm < ALARMS; alarm++) {
        watches.read(new DataInputStream(new ByteArrayInputStream(learnt.toByteArray())));
        Source on = source.on(SplitMix.at(number, alarm));
        do {
          on.next();
          samples++;
        } while (watches.step(samples, on) == 0);
      }
      return new Tally(ALARMS, samples, Double.NaN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
