package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Spatio-temporal correlation: keeps an event at pixel p and time t if at least k pixels of p's
 * neighbourhood had their last event less than {@code dtMicros} before, of any polarity or of the
 * same one. With k = 1 that is a background activity filter.
 *
 * <p>The surface holds {@code 2 t + polarity} of each pixel's last event. All neighbours are read,
 * whatever the first ones say, and counting is by signs: noise cannot be predicted, so there is no
 * branch on it.
 */
public final class CorrelationFilter extends SurfaceFilter {
  private final int radius;
  private final boolean self;
  private final int support;
  private final long dtMicros;
  private final boolean samePolarity;

  public CorrelationFilter(CorrelationParameters parameters) {
    super(parameters.radius());
    radius = parameters.radius();
    self = parameters.self();
    support = parameters.support();
    dtMicros = parameters.dtMicros();
    samePolarity = parameters.samePolarity();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    mark(batch, 0);
    if (radius == 1) {
      eightNeighbours(batch);
    } else {
      twentyFourNeighbours(batch);
    }
    verdicts.apply(batch);
  }

  private void eightNeighbours(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    int stride = surface.stride();
    int origin = surface.origin();
    long any = samePolarity ? 0 : 1;
    int counts = self ? 1 : 0;
    int n = batch.size();
    byte[] kept = verdicts.of(n);
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int pixel = origin + (y[i] & 0xFFFF) * stride + (x[i] & 0xFFFF);
      long stamp = 2 * time + p[i];
      // A stamp of more than this has a time of more than t - dt.
      long limit = 2 * (time - dtMicros) + 1;
      long fired =
          three(s, pixel - stride, limit, stamp, any)
              + three(s, pixel + stride, limit, stamp, any)
              + one(s[pixel - 1], limit, stamp, any)
              + one(s[pixel + 1], limit, stamp, any)
              + counts * one(s[pixel], limit, stamp, any);
      s[pixel] = stamp;
      kept[i] = (byte) (support - 1 - fired >>> 63);
    }
  }

  private void twentyFourNeighbours(EventBatch batch) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    long[] s = surface.times();
    int stride = surface.stride();
    int origin = surface.origin();
    long any = samePolarity ? 0 : 1;
    int without = self ? 0 : 1;
    int n = batch.size();
    byte[] kept = verdicts.of(n);
    for (int i = 0; i < n; i++) {
      long time = t[i];
      int pixel = origin + (y[i] & 0xFFFF) * stride + (x[i] & 0xFFFF);
      long stamp = 2 * time + p[i];
      long limit = 2 * (time - dtMicros) + 1;
      long fired = -without * one(s[pixel], limit, stamp, any);
      for (int q = pixel - 2 * stride; q <= pixel + 2 * stride; q += stride) {
        fired +=
            three(s, q, limit, stamp, any)
                + one(s[q - 2], limit, stamp, any)
                + one(s[q + 2], limit, stamp, any);
      }
      s[pixel] = stamp;
      kept[i] = (byte) (support - 1 - fired >>> 63);
    }
  }

  private static long three(long[] s, int middle, long limit, long stamp, long any) {
    return one(s[middle - 1], limit, stamp, any)
        + one(s[middle], limit, stamp, any)
        + one(s[middle + 1], limit, stamp, any);
  }

  /** 1 if the neighbour's stamp is recent enough and its polarity counts, else 0. */
  private static long one(long neighbour, long limit, long stamp, long any) {
    return (limit - neighbour) >>> 63 & (~(neighbour ^ stamp) | any);
  }
}
