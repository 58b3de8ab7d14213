package org.saccade.operators.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.saccade.schemas.batch.SampleBatch;

/**
 * A recording in pieces: samples ({@code [channel][sample]}), or so many that are missing.
 *
 * @param pieces {@code double[][]} or {@link Long}
 */
public record Recording(int channels, List<Object> pieces) {
  /** One piece, nothing missing. */
  public static Recording of(double[]... channels) {
    return new Recording(channels.length, List.of((Object) channels));
  }

  /** Noise on an offset with bursts, single values that are no measurements, and gaps. */
  public static Recording random(long seed, int channels, int samples) {
    SplittableRandom random = new SplittableRandom(seed);
    double holes = random.nextInt(3) == 0 ? 0 : 0.01;
    List<Object> pieces = new ArrayList<>();
    int left = samples;
    while (left > 0) {
      int n = Math.min(left, 1 + random.nextInt(samples));
      double[][] piece = new double[channels][n];
      for (double[] channel : piece) {
        double level = random.nextDouble(-100, 100);
        for (int i = 0; i < n; i++) {
          level += random.nextInt(200) == 0 ? random.nextDouble(-500, 500) : 0;
          channel[i] =
              random.nextDouble() < holes
                  ? new double[] {Double.NaN, Double.NEGATIVE_INFINITY, 1e300}[random.nextInt(3)]
                  : level + random.nextGaussian();
        }
      }
      pieces.add(piece);
      left -= n;
      if (left > 0) {
        pieces.add((long) random.nextInt(random.nextBoolean() ? 10 : 5000));
      }
    }
    return new Recording(channels, pieces);
  }

  /** With every gap written out as samples of NaN. */
  Recording spelledOut() {
    List<Object> all = new ArrayList<>();
    for (Object piece : pieces) {
      if (piece instanceof Long missing) {
        double[][] nothing = new double[channels][missing.intValue()];
        for (double[] channel : nothing) {
          java.util.Arrays.fill(channel, Double.NaN);
        }
        all.add(nothing);
      } else {
        all.add(piece);
      }
    }
    return new Recording(channels, all);
  }

  /** Part of a piece as a batch. */
  static SampleBatch batch(double[][] piece, int from, int to) {
    SampleBatch batch = new SampleBatch();
    batch.shape(piece.length, to - from);
    for (int c = 0; c < piece.length; c++) {
      System.arraycopy(piece[c], from, batch.channel(c), 0, to - from);
    }
    return batch;
  }
}
