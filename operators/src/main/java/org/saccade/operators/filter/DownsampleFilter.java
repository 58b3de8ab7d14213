package org.saccade.operators.filter;

import org.saccade.operators.stage.Geometry;
import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/**
 * Makes one pixel of factor x factor: x becomes x / factor, y becomes y / factor, rounded down. All
 * events stay; a refractory filter behind it thins them out.
 */
public final class DownsampleFilter extends StatelessFilter {
  private final int factor;

  public DownsampleFilter(DownsampleParameters parameters) {
    factor = parameters.factor();
  }

  @Override
  public Geometry geometry(Geometry in) {
    return new Geometry((in.width() - 1) / factor + 1, (in.height() - 1) / factor + 1);
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    divide(batch.x(), batch.size());
    divide(batch.y(), batch.size());
  }

  private void divide(short[] places, int n) {
    // places < 2^16 and factor ≤ 2^6: with 2^22 / factor rounded up the product is exact.
    int inverse = ((1 << 22) - 1) / factor + 1;
    for (int i = 0; i < n; i++) {
      places[i] = (short) ((long) (places[i] & 0xFFFF) * inverse >>> 22);
    }
  }
}
