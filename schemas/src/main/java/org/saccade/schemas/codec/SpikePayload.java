package org.saccade.schemas.codec;

import org.saccade.schemas.batch.SpikeBatch;

/**
 * The payload of a spike packet: spike after spike, a zigzag varint dt (from the packet's time
 * base, then from the spike before) and a varint unit, 0 to 2^31 - 1.
 */
public final class SpikePayload {
  private static final int MIN_SPIKE_BYTES = 2;

  private SpikePayload() {}

  /** Most bytes that {@code n} spikes can take. */
  public static int maxBytes(int n) {
    return Math.multiplyExact(n, Varints.MAX_BYTES + 5);
  }

  /**
   * Writes spikes {@code from} (inclusive) to {@code to} (exclusive).
   *
   * @param out at least {@link #maxBytes} long from {@code offset} on
   * @return position after the last byte written
   * @throws IllegalArgumentException if a unit is negative
   */
  public static int encode(
      SpikeBatch batch, int from, int to, long timeBase, byte[] out, int offset) {
    long previous = timeBase;
    int o = offset;
    for (int i = from; i < to; i++) {
      if (batch.unit(i) < 0) {
        throw new IllegalArgumentException(
            "spike " + i + " has unit=" + batch.unit(i) + ", must be at least 0");
      }
      o = Varints.write(Varints.zigzag(batch.t(i) - previous), out, o);
      o = Varints.write(batch.unit(i), out, o);
      previous = batch.t(i);
    }
    return o;
  }

  /**
   * Replaces what the batch holds with the {@code count} spikes of {@code in[offset, offset +
   * length)}.
   *
   * @throws MalformedPayloadException if the bytes are not {@code count} spikes and nothing else
   */
  public static void decode(
      byte[] in, int offset, int length, int count, long timeBase, SpikeBatch batch)
      throws MalformedPayloadException {
    batch.clear();
    if (count < 0 || (long) count * MIN_SPIKE_BYTES > length) {
      throw new MalformedPayloadException(
          "count=" + count + " does not fit a spike payload of " + length + " bytes");
    }
    batch.ensureCapacity(count);
    long[] t = batch.t();
    int[] unit = batch.unit();
    int end = offset + length;
    int o = offset;
    long time = timeBase;
    for (int i = 0; i < count; i++) {
      long value = 0;
      for (int half = 0; half < 2; half++) {
        value = 0;
        int shift = 0;
        byte b;
        do {
          if (o >= end || shift > 63) {
            throw malformed(length, "spike " + i + " does not end", o - offset);
          }
          b = in[o++];
          value |= (long) (b & 0x7F) << shift;
          shift += 7;
        } while (b < 0);
        if (half == 0) {
          time += Varints.unzigzag(value);
        }
      }
      if (value < 0 || value > Integer.MAX_VALUE) {
        throw malformed(length, "spike " + i + " has an impossible unit", o - offset);
      }
      t[i] = time;
      unit[i] = (int) value;
    }
    if (o != end) {
      throw malformed(length, count + " spikes end", o - offset);
    }
    batch.size(count);
  }

  private static MalformedPayloadException malformed(int length, String what, int at) {
    return new MalformedPayloadException(
        "spike payload of " + length + " bytes: " + what + " at byte " + at);
  }
}
