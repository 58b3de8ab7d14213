package org.saccade.schemas.codec.evt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Writes EVT2.1, such that {@link Evt21Decoder} reads back the same events in the same order.
 *
 * <p>Events in a row of one time, row and polarity, with ascending columns in one block of 32, are
 * one word, as the sensors send them. It holds what {@link Evt2Encoder} holds.
 */
public final class Evt21Encoder implements WordEncoder {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD = Long.BYTES;
  private static final int BLOCK = Evt21Decoder.COLUMNS;
  private static final int MAX_TRIGGER_ID = 31;

  private final int turn;
  private final TimeWriter time;

  public Evt21Encoder(WordOrder order) {
    turn = order.turn;
    time = new TimeWriter("EVT2.1", WrappingTime.EVT2);
  }

  /** Most bytes that one call writes for {@code n} events or triggers. */
  public static int maxBytes(int n) {
    return Math.addExact(Math.multiplyExact(n, 2 * WORD), TimeWriter.WRAP_WORDS * WORD);
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
      long t = batch.t(i);
      o = tell(t, out, o);
      int block = batch.x(i) / BLOCK;
      int mask = 1 << batch.x(i) % BLOCK;
      int next = i + 1;
      while (next < to && follows(batch, next) && batch.x(next) / BLOCK == block) {
        mask |= 1 << batch.x(next) % BLOCK;
        next++;
      }
      int low = (int) t & 0x3F;
      o = word(batch.p(i) << 28 | low << 22 | block * BLOCK << 11 | batch.y(i), mask, out, o);
      i = next;
    }
    return o;
  }

  /** Whether an event can be in one word with the one before it, but for its block. */
  private static boolean follows(EventBatch batch, int i) {
    return batch.t(i) == batch.t(i - 1)
        && batch.y(i) == batch.y(i - 1)
        && batch.p(i) == batch.p(i - 1)
        && batch.x(i) > batch.x(i - 1);
  }

  /** Writes trigger edges; input numbers to 31. Otherwise as for events. */
  @Override
  public int encode(TriggerBatch batch, int from, int to, byte[] out, int offset) {
    time.check(batch, from, to, MAX_TRIGGER_ID);
    int o = offset;
    for (int i = from; i < to; i++) {
      long t = batch.t(i);
      o = tell(t, out, o);
      int low = (int) t & 0x3F;
      int edge = batch.id(i) << 8 | batch.value(i);
      o = word(Evt2Decoder.TRIGGER << 28 | low << 22 | edge, 0, out, o);
    }
    return o;
  }

  @Override
  public byte[] decoderState() {
    return Evt2Decoder.state(time.timed(), time.base(), time.first());
  }

  private int tell(long t, byte[] out, int offset) {
    int o = offset;
    while (time.behind(t)) {
      o = word(Evt2Decoder.TIME_HIGH << 28 | time.next(t), 0, out, o);
    }
    return o;
  }

  private int word(int high, int low, byte[] out, int offset) {
    long word = (long) high << 32 | low & 0xFFFFFFFFL;
    LONG.set(out, offset, Long.rotateRight(word, turn));
    return offset + WORD;
  }
}
