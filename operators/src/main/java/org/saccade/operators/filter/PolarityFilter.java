package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/** Keeps the events of one polarity, or turns polarities round. */
public final class PolarityFilter extends StatelessFilter {
  private final Polarity variant;

  public PolarityFilter(PolarityParameters parameters) {
    variant = parameters.variant();
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    switch (variant) {
      case KEEP_ON -> keep(batch, 0);
      case KEEP_OFF -> keep(batch, 1);
      case INVERT -> invert(batch);
    }
  }

  /**
   * @param flip 1 to keep those of polarity 0
   */
  private static void keep(EventBatch batch, int flip) {
    long[] t = batch.t();
    short[] x = batch.x();
    short[] y = batch.y();
    byte[] p = batch.p();
    int n = batch.size();
    int kept = 0;
    for (int i = 0; i < n; i++) {
      byte polarity = p[i];
      t[kept] = t[i];
      x[kept] = x[i];
      y[kept] = y[i];
      p[kept] = polarity;
      kept += polarity ^ flip;
    }
    batch.size(kept);
  }

  private static void invert(EventBatch batch) {
    byte[] p = batch.p();
    int n = batch.size();
    for (int i = 0; i < n; i++) {
      p[i] ^= 1;
    }
  }
}
