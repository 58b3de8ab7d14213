package org.saccade.schemas.codec.evt;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Writes EVT2, such that {@link Evt2Decoder} reads back the same events in the same order.
 *
 * <p>It holds x and y to 2047, times from 0, backward steps that do not cross a wrap (2^34 µs), and
 * at most 1000 wraps in one call. The state goes on from call to call: one encoder a stream.
 */
public final class Evt2Encoder implements WordEncoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int WORD = 4;
  private static final int MAX_TRIGGER_ID = 31;

  private final TimeWriter time = new TimeWriter("EVT2", WrappingTime.EVT2);

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
    for (int i = from; i < to; i++) {
      long t = batch.t(i);
      o = tell(t, out, o);
      int low = (int) t & 0x3F;
      INT.set(out, o, batch.p(i) << 28 | low << 22 | batch.x(i) << 11 | batch.y(i));
      o += WORD;
    }
    return o;
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
      INT.set(out, o, Evt2Decoder.TRIGGER << 28 | low << 22 | batch.id(i) << 8 | batch.value(i));
      o += WORD;
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
      INT.set(out, o, Evt2Decoder.TIME_HIGH << 28 | time.next(t));
      o += WORD;
    }
    return o;
  }
}
