package org.saccade.operators.frame;

/** What a frame shows; the equations are in the package's description. */
public enum FrameContent {
  /** Polarity of the last event of the slice: 0 none, 1 OFF, 2 ON; one byte. */
  POLARITY(1, 1),
  /** Events of the slice, up to 65,535; two bytes. */
  HISTOGRAM(2, 1),
  /** Events that fade with τ, in 256ths, up to 65,535 of them; two bytes. */
  DECAY(2, 1.0 / 256),
  /**
   * Microseconds since the last event, at most 2^32 - 1, which also stands for never; four bytes.
   */
  LAST_TIME(4, 1),
  /** How much of the last event is left, in 255ths; one byte. */
  EXPONENTIAL(1, 1.0 / 255);

  private final int bytes;
  private final double scale;

  FrameContent(int bytes, double scale) {
    this.bytes = bytes;
    this.scale = scale;
  }

  /** Bytes of a pixel, an unsigned number, lowest byte first. */
  public int bytes() {
    return bytes;
  }

  /** What one stored unit is worth: value = stored × scale. */
  public double scale() {
    return scale;
  }

  /** Whether a frame depends on τ. */
  public boolean fades() {
    return this == DECAY || this == EXPONENTIAL;
  }
}
