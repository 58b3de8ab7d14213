package org.saccade.operators.spikepoint;

import java.util.Arrays;

/**
 * A model's crop as one sensor sees it. On a sensor of another size than the crop is of, the model
 * looks at the largest area of its own sensor's shape in the middle, brought to its own size:
 *
 * <pre>
 *   s = min(width / sensorWidth, height / sensorHeight)
 *   column = floor((x + 1/2 - (width - s sensorWidth) / 2) / s) - left,  rows likewise
 * </pre>
 */
public final class CropView {
  private static final int OUTSIDE = -1;

  private final Preprocessing preprocessing;
  private final int[] columns;
  private final int[] rows;
  private final int neighbours;

  /**
   * @param width columns of the sensor that sees; 0: nobody knows, then as the model's
   * @param height its rows; 0 likewise
   */
  public CropView(Preprocessing preprocessing, int width, int height) {
    this.preprocessing = preprocessing;
    if (isTheModels(preprocessing, width, height)) {
      columns = null;
      rows = null;
      neighbours = 1;
      return;
    }
    Checks.range("width", width, 1, 1 << 15);
    Checks.range("height", height, 1, 1 << 15);
    double scale =
        Math.min(
            (double) width / preprocessing.sensorWidth(),
            (double) height / preprocessing.sensorHeight());
    neighbours = (int) Math.max(1, Math.ceil(1 / scale));
    columns =
        places(
            width, preprocessing.sensorWidth(), scale, preprocessing.left(), preprocessing.width());
    rows =
        places(
            height,
            preprocessing.sensorHeight(),
            scale,
            preprocessing.top(),
            preprocessing.height());
  }

  private static boolean isTheModels(Preprocessing p, int width, int height) {
    return width <= 0
        || height <= 0
        || p.sensorWidth() == 0
        || width == p.sensorWidth() && height == p.sensorHeight();
  }

  private static int[] places(int size, int modelSize, double scale, int from, int count) {
    int[] places = new int[size];
    double begin = (size - scale * modelSize) / 2;
    Arrays.setAll(
        places,
        i -> {
          int place = (int) Math.floor((i + 0.5 - begin) / scale) - from;
          return place >= 0 && place < count ? place : OUTSIDE;
        });
    return places;
  }

  /** Whether an event is used. */
  public boolean uses(int x, int y, int p) {
    if (columns == null) {
      return preprocessing.uses(x, y, p);
    }
    return x < columns.length
        && y < rows.length
        && columns[x] != OUTSIDE
        && rows[y] != OUTSIDE
        && preprocessing.usesPolarity(p);
  }

  /** Column in the crop of an event that is used. */
  public int column(int x) {
    return columns == null ? x - preprocessing.left() : columns[x];
  }

  /** Row in the crop of an event that is used. */
  public int row(int y) {
    return rows == null ? y - preprocessing.top() : rows[y];
  }

  /** How far apart in the crop neighbouring pixels of the sensor may lie, at least 1. */
  public int neighbours() {
    return neighbours;
  }
}
