package org.saccade.operators.filter;

import org.saccade.operators.stage.StageSink;
import org.saccade.schemas.batch.EventBatch;

/** Turns the frame over: x becomes width - 1 - x, y becomes height - 1 - y, or both. */
public final class FlipFilter extends StatelessFilter {
  private final boolean flipsX;
  private final boolean flipsY;
  private int lastColumn;
  private int lastRow;

  public FlipFilter(FlipParameters parameters) {
    flipsX = parameters.variant() != Flip.Y;
    flipsY = parameters.variant() != Flip.X;
  }

  @Override
  public void open(int width, int height) {
    lastColumn = width - 1;
    lastRow = height - 1;
  }

  @Override
  public void process(EventBatch batch, long timeEnd, StageSink sink) {
    if (flipsX) {
      flip(batch.x(), batch.size(), lastColumn);
    }
    if (flipsY) {
      flip(batch.y(), batch.size(), lastRow);
    }
  }

  private static void flip(short[] places, int n, int last) {
    for (int i = 0; i < n; i++) {
      places[i] = (short) (last - places[i]);
    }
  }
}
