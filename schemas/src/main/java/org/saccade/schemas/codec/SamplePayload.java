package org.saccade.schemas.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.saccade.schemas.SampleEncoding;
import org.saccade.schemas.batch.SampleBatch;

/**
 * The payload of a sample packet: channel after channel, all samples of the one before the first of
 * the next, little-endian, in 16, 24 or 32-bit integers or 32 or 64-bit floats.
 */
public final class SamplePayload {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  /** Most channels of one packet. */
  public static final int MAX_CHANNELS = 1 << 16;

  private SamplePayload() {}

  /**
   * Bytes of one sample.
   *
   * @throws IllegalArgumentException for {@code UNKNOWN}
   */
  public static int sampleBytes(SampleEncoding encoding) {
    return switch (encoding) {
      case INT16 -> 2;
      case INT24 -> 3;
      case INT32, FLOAT32 -> 4;
      case FLOAT64 -> 8;
      case UNKNOWN ->
          throw new IllegalArgumentException(
              "the encoding of samples is not known to this release");
    };
  }

  /** Bytes of a whole payload. */
  public static int bytes(SampleEncoding encoding, int channels, int samples) {
    return Math.multiplyExact(Math.multiplyExact(channels, samples), sampleBytes(encoding));
  }

  /**
   * Writes samples {@code from} (inclusive) to {@code to} (exclusive) of every channel.
   *
   * @param out at least {@link #bytes} long from {@code offset} on
   * @return position after the last byte written
   * @throws IllegalArgumentException if an integer encoding cannot hold a value exactly
   */
  public static int encode(
      SampleBatch batch, int from, int to, SampleEncoding encoding, byte[] out, int offset) {
    int width = sampleBytes(encoding);
    int o = offset;
    for (int c = 0; c < batch.channels(); c++) {
      double[] values = batch.channel(c);
      for (int i = from; i < to; i++, o += width) {
        double value = values[i];
        switch (encoding) {
          case FLOAT32 -> FLOAT.set(out, o, (float) value);
          case FLOAT64 -> DOUBLE.set(out, o, value);
          default -> {
            int stored = (int) value;
            int unused = 32 - 8 * width;
            if (stored != value || stored << unused >> unused != stored) {
              throw new IllegalArgumentException(
                  String.format(
                      "channel %d, sample %d: stored value %s is no %s", c, i, value, encoding));
            }
            integer(stored, width, out, o);
          }
        }
      }
    }
    return o;
  }

  private static void integer(int value, int width, byte[] out, int o) {
    if (width == 4) {
      INT.set(out, o, value);
    } else {
      SHORT.set(out, o, (short) value);
      if (width == 3) {
        out[o + 2] = (byte) (value >> 16);
      }
    }
  }

  /**
   * Replaces what the batch holds with the samples of {@code in[offset, offset + length)}.
   *
   * @throws MalformedPayloadException if the bytes are not {@code count} samples of each channel
   *     and nothing else
   */
  public static void decode(
      byte[] in,
      int offset,
      int length,
      SampleEncoding encoding,
      int channels,
      int count,
      SampleBatch batch)
      throws MalformedPayloadException {
    if (encoding == SampleEncoding.UNKNOWN) {
      throw new MalformedPayloadException("the encoding of samples is not known to this release");
    }
    int width = sampleBytes(encoding);
    // All three are below 2^32, 2^17 and 8, so the product does not overflow.
    if (channels < 0
        || channels > MAX_CHANNELS
        || count < 0
        || (long) channels * count * width != length) {
      throw new MalformedPayloadException(
          String.format(
              "sample payload of %d bytes is not count=%d samples of %d channels in %s",
              length, count, channels, encoding));
    }
    batch.shape(channels, channels == 0 ? 0 : count);
    int o = offset;
    for (int c = 0; c < channels; c++) {
      double[] values = batch.channel(c);
      for (int i = 0; i < count; i++, o += width) {
        values[i] =
            switch (encoding) {
              case INT16 -> (short) SHORT.get(in, o);
              case INT24 -> ((short) SHORT.get(in, o) & 0xFFFF) | in[o + 2] << 16;
              case INT32 -> (int) INT.get(in, o);
              case FLOAT32 -> (float) FLOAT.get(in, o);
              default -> (double) DOUBLE.get(in, o);
            };
      }
    }
  }
}
