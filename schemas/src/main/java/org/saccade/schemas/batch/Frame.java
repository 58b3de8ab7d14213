package org.saccade.schemas.batch;

import java.util.Arrays;

/**
 * One frame of a camera that takes pictures beside events: times in microseconds, pixels row by row
 * from the top left, little-endian where a channel has several bytes.
 */
public final class Frame {
  private long t;
  private long start;
  private long end;
  private long exposureStart;
  private long exposureEnd;
  private PixelType type = PixelType.GRAY;
  private int width;
  private int height;
  private int offsetX;
  private int offsetY;
  private byte[] pixels = {};

  /**
   * Sets the times.
   *
   * @param time of the frame: the middle of its exposure
   * @param frameStart begin of the readout
   * @param frameEnd end of the readout
   */
  public void times(
      long time, long frameStart, long frameEnd, long exposureBegin, long exposureStop) {
    t = time;
    start = frameStart;
    end = frameEnd;
    exposureStart = exposureBegin;
    exposureEnd = exposureStop;
  }

  /**
   * Sets type and size; the array of the pixels grows where it is too small.
   *
   * @param column of the sensor where the frame begins
   * @param row of the sensor where the frame begins
   * @throws IllegalArgumentException if the pixels are more than an array holds
   */
  public void shape(PixelType pixelType, int columns, int rows, int column, int row) {
    long bytes = (long) columns * rows * pixelType.bytesPerPixel();
    if (columns < 0 || rows < 0 || bytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "a frame of " + columns + "x" + rows + " " + pixelType + " is impossible");
    }
    type = pixelType;
    width = columns;
    height = rows;
    offsetX = column;
    offsetY = row;
    if (pixels.length < bytes) {
      pixels = new byte[(int) bytes];
    }
  }

  void shift(long micros) {
    times(t - micros, start - micros, end - micros, exposureStart - micros, exposureEnd - micros);
  }

  public long t() {
    return t;
  }

  public long start() {
    return start;
  }

  public long end() {
    return end;
  }

  public long exposureStart() {
    return exposureStart;
  }

  public long exposureEnd() {
    return exposureEnd;
  }

  public PixelType type() {
    return type;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int offsetX() {
    return offsetX;
  }

  public int offsetY() {
    return offsetY;
  }

  /** Bytes of the pixels: so many of {@link #pixels} are the frame's. */
  public int bytes() {
    return width * height * type.bytesPerPixel();
  }

  /** The pixels: the array itself, of at least {@link #bytes}. */
  public byte[] pixels() {
    return pixels;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Frame f
        && t == f.t
        && start == f.start
        && end == f.end
        && exposureStart == f.exposureStart
        && exposureEnd == f.exposureEnd
        && type.equals(f.type)
        && width == f.width
        && height == f.height
        && offsetX == f.offsetX
        && offsetY == f.offsetY
        && Arrays.equals(pixels, 0, bytes(), f.pixels, 0, f.bytes());
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Long.hashCode(t) + width) + height;
  }
}
