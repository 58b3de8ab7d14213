package org.saccade.operators.frame;

/**
 * The pixels of one frame. The object and its array are reused for the next frame: who keeps them
 * copies them.
 *
 * <p>Plane after plane, row after row, a pixel is an unsigned number of {@link
 * FrameContent#bytes()}, lowest byte first.
 */
public final class FramePixels {
  private final FrameParameters parameters;
  private int width;
  private int height;
  private int binning;
  private byte[] data = new byte[0];

  FramePixels(FrameParameters parameters) {
    this.parameters = parameters;
  }

  void size(int newWidth, int newHeight, int newBinning) {
    width = newWidth;
    height = newHeight;
    binning = newBinning;
    data = new byte[width * height * parameters.content().bytes() * planes()];
  }

  void release() {
    data = new byte[0];
  }

  public FrameContent content() {
    return parameters.content();
  }

  /** Columns of the frame: the sensor's over {@link #binning()}, rounded up. */
  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** 1, or 2: OFF, then ON. */
  public int planes() {
    return parameters.planes();
  }

  /** Pixels of the sensor along a side of a pixel of the frame. */
  public int binning() {
    return binning;
  }

  /** τ in microseconds; 0 where the content does not fade. */
  public long tauMicros() {
    return content().fades() ? parameters.tauMicros() : 0;
  }

  /** All of the array is the frame. */
  public byte[] data() {
    return data;
  }

  /** The stored number of a pixel: for tests and slow paths. */
  public long stored(int plane, int x, int y) {
    int bytes = content().bytes();
    int at = ((plane * height + y) * width + x) * bytes;
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << 8 | data[at + i] & 0xFF;
    }
    return value;
  }
}
