package org.saccade.schemas.codec.evt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Writes EVT3, such that {@link Evt3Decoder} reads back the same events in the same order.
 *
 * <p>Five or more events in a row of one time, row and polarity, with ascending columns in one
 * block of 32, become a vector: base, 12, 12, 8 as the sensors send them. It holds x and y to 2047,
 * times from 0, backward steps of less than 8.4 s that do not cross a wrap (2^24 µs), and at most
 * 1000 wraps in one call. The state goes on from call to call: one encoder a stream.
 */
public final class Evt3Encoder implements WordEncoder {
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD = 2;
  private static final int MAX_TRIGGER_ID = 15;
  private static final int BLOCK = 32;
  private static final int MIN_VECTOR_EVENTS = 5;
  private static final int UNKNOWN = -1;

  private final TimeWriter time = new TimeWriter("EVT3", WrappingTime.EVT3);
  private int low;
  private int row = UNKNOWN;
  private int base = UNKNOWN;
  private int basePolarity;

  /** Most bytes that one call writes for {@code n} events or triggers. */
  public static int maxBytes(int n) {
    return Math.addExact(Math.multiplyExact(n, 4 * WORD), TimeWriter.WRAP_WORDS * WORD);
  }

  @Override
  public int mostBytes(int n) {
    return maxBytes(n);
  }

  @Override
  public int encode(EventBatch batch, int from, int to, byte[] out, int offset) {
    time.check(batch, from, to);
    int o = offset;
    for (int i = from; i < to; ) {
      o = tell(batch.t(i), out, o);
      if (batch.y(i) != row) {
        row = batch.y(i);
        o = word(Evt3Decoder.ADDR_Y, row, out, o);
      }
      int next = blockEnd(batch, i, to);
      if (next - i >= MIN_VECTOR_EVENTS) {
        o = vector(batch, i, next, out, o);
        i = next;
      } else {
        o = word(Evt3Decoder.ADDR_X, batch.p(i) << 11 | batch.x(i), out, o);
        i++;
      }
    }
    return o;
  }

  /** Writes trigger edges; input numbers to 15. Otherwise as for events. */
  @Override
  public int encode(TriggerBatch batch, int from, int to, byte[] out, int offset) {
    time.check(batch, from, to, MAX_TRIGGER_ID);
    int o = offset;
    for (int i = from; i < to; i++) {
      o = tell(batch.t(i), out, o);
      o = word(Evt3Decoder.TRIGGER, batch.id(i) << 8 | batch.value(i), out, o);
    }
    return o;
  }

  @Override
  public byte[] decoderState() {
    int known =
        (time.timed() ? Evt3Decoder.TIMED : 0)
            | (row != UNKNOWN ? Evt3Decoder.ROW : 0)
            | (base != UNKNOWN ? Evt3Decoder.BASE : 0)
            | basePolarity * Evt3Decoder.BASE_ON;
    long shift = time.timed() ? time.first() - 4096 : 0;
    return Evt3Decoder.state(known, time.base(), low, Math.max(0, row), Math.max(0, base), shift);
  }

  private int tell(long t, byte[] out, int offset) {
    int o = offset;
    boolean telling = time.behind(t);
    while (time.behind(t)) {
      o = word(Evt3Decoder.TIME_HIGH, time.next(t), out, o);
    }
    int newLow = (int) t & 0xFFF;
    // Readers differ in what they do between TIME_HIGH and TIME_LOW, so a low of 0 is told too.
    if (telling || newLow != low) {
      low = newLow;
      o = word(Evt3Decoder.TIME_LOW, low, out, o);
    }
    return o;
  }

  /** End of the run of events that fits one vector with event {@code i}. */
  private static int blockEnd(EventBatch batch, int i, int to) {
    int block = batch.x(i) / BLOCK;
    int end = i + 1;
    while (end < to
        && batch.t(end) == batch.t(i)
        && batch.y(end) == batch.y(i)
        && batch.p(end) == batch.p(i)
        && batch.x(end) > batch.x(end - 1)
        && batch.x(end) / BLOCK == block) {
      end++;
    }
    return end;
  }

  private int vector(EventBatch batch, int from, int to, byte[] out, int offset) {
    int start = batch.x(from) / BLOCK * BLOCK;
    int mask = 0;
    for (int i = from; i < to; i++) {
      mask |= 1 << (batch.x(i) - start);
    }
    base = start + BLOCK;
    basePolarity = batch.p(from);
    int o = word(Evt3Decoder.VECT_BASE_X, basePolarity << 11 | start, out, offset);
    o = word(Evt3Decoder.VECT_12, mask & 0xFFF, out, o);
    o = word(Evt3Decoder.VECT_12, mask >>> 12 & 0xFFF, out, o);
    return word(Evt3Decoder.VECT_8, mask >>> 24, out, o);
  }

  private static int word(int type, int bits, byte[] out, int offset) {
    SHORT.set(out, offset, (short) (type << 12 | bits));
    return offset + WORD;
  }
}
