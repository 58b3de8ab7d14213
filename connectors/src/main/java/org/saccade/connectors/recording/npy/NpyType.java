package org.saccade.connectors.recording.npy;

import java.nio.ByteBuffer;
import org.saccade.schemas.SampleEncoding;

/** Types of elements, named as in {@code descr}. Whole numbers beyond 2^53 are rounded. */
enum NpyType {
  I1(SampleEncoding.INT16),
  U1(SampleEncoding.INT16),
  I2(SampleEncoding.INT16),
  U2(SampleEncoding.INT24),
  I4(SampleEncoding.INT32),
  U4(SampleEncoding.FLOAT64),
  I8(SampleEncoding.FLOAT64),
  U8(SampleEncoding.FLOAT64),
  B1(SampleEncoding.INT16),
  F2(SampleEncoding.FLOAT32),
  F4(SampleEncoding.FLOAT32),
  F8(SampleEncoding.FLOAT64);

  private final SampleEncoding encoding;
  private final int width;

  NpyType(SampleEncoding encoding) {
    this.encoding = encoding;
    width = name().charAt(1) - '0';
  }

  SampleEncoding encoding() {
    return encoding;
  }

  /** Bytes an element. */
  int width() {
    return width;
  }

  double element(ByteBuffer from, int at) {
    return switch (this) {
      case I1 -> from.get(at);
      case U1 -> from.get(at) & 0xff;
      case I2 -> from.getShort(at);
      case U2 -> from.getShort(at) & 0xffff;
      case I4 -> from.getInt(at);
      case U4 -> from.getInt(at) & 0xffffffffL;
      case I8 -> from.getLong(at);
      case U8 -> unsigned(from.getLong(at));
      case B1 -> from.get(at) == 0 ? 0 : 1;
      case F2 -> half(from.getShort(at));
      case F4 -> from.getFloat(at);
      case F8 -> from.getDouble(at);
    };
  }

  /** IEEE 754 binary16: 1 sign bit, 5 of the exponent, 10 of the fraction. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    double size =
        exponent == 31
            ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
            : exponent == 0 ? fraction * 0x1p-24 : Math.scalb(1024.0 + fraction, exponent - 25);
    return bits < 0 ? -size : size;
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : ((value >>> 1) | (value & 1)) * 2.0;
  }
}
