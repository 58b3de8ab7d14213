package org.saccade.schemas.batch;

import java.util.Arrays;

/**
 * Samples of several channels of one rate, an array a channel.
 *
 * <p>Values are as stored: physical = stored × scale + offset, by the channel's description. A
 * {@code double} holds every stored value exactly, whether 16, 24 or 32-bit integer or float.
 * {@code channel(c)[i]} is sample {@code i} of channel {@code c} for {@code i} below {@link #size}.
 */
public final class SampleBatch {
  private double[][] values = new double[0][0];
  private int size;

  /** Makes the batch {@code channels} by {@code size}; what it held is lost. */
  public void shape(int channels, int size) {
    if (channels < 0 || size < 0) {
      throw new IllegalArgumentException(
          "shape " + channels + "x" + size + " must not be negative");
    }
    if (values.length != channels) {
      values = new double[channels][0];
    }
    for (int c = 0; c < channels; c++) {
      if (values[c].length < size) {
        values[c] = new double[size];
      }
    }
    this.size = size;
  }

  public int channels() {
    return values.length;
  }

  /** Samples a channel. */
  public int size() {
    return size;
  }

  /** Stored values of channel {@code c}, handed out, not copied; may be longer than the size. */
  public double[] channel(int c) {
    return values[c];
  }

  /** Same channels with the same values; NaN equals NaN. */
  @Override
  public boolean equals(Object o) {
    if (!(o instanceof SampleBatch b) || b.size != size || b.values.length != values.length) {
      return false;
    }
    for (int c = 0; c < values.length; c++) {
      if (!Arrays.equals(values[c], 0, size, b.values[c], 0, size)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int h = 31 * values.length + size;
    for (double[] channel : values) {
      for (int i = 0; i < size; i++) {
        h = 31 * h + Double.hashCode(channel[i]);
      }
    }
    return h;
  }

  @Override
  public String toString() {
    return "SampleBatch[" + values.length + " channels of " + size + " samples]";
  }
}
