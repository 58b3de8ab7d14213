package org.saccade.operators.safetensors;

import java.util.Arrays;

/**
 * Numbers with a shape, row by row.
 *
 * @param type what a number is in the file
 * @param shape extent of every dimension; none: one number
 * @param values as many as the product of the shape; of {@code F32} each is a float's value, of
 *     {@code I64} a whole number that a double can hold
 */
public record Tensor(Type type, int[] shape, double[] values) {

  /** What a number is in the file. */
  public enum Type {
    F32(4),
    F64(8),
    I64(8);

    private final int bytes;

    Type(int bytes) {
      this.bytes = bytes;
    }

    int bytes() {
      return bytes;
    }
  }

  public Tensor {
    long size = size(shape);
    if (size != values.length) {
      throw new IllegalArgumentException(
          "a tensor of shape "
              + Arrays.toString(shape)
              + " has "
              + size
              + " numbers, not "
              + values.length);
    }
  }

  /** A tensor of floats; the values are rounded to floats. */
  public static Tensor floats(double[] values, int... shape) {
    double[] rounded = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return new Tensor(Type.F32, shape, rounded);
  }

  /** The product of the extents, or -1 where it exceeds an {@code int}. */
  static long size(int[] shape) {
    long size = 1;
    for (int extent : shape) {
      if (extent < 0) {
        return -1;
      }
      size *= extent;
      if (size > Integer.MAX_VALUE) {
        return -1;
      }
    }
    return size;
  }
}
