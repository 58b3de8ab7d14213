package org.saccade.connectors.recording.aedat2;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.EventDecoder;
import org.saccade.schemas.codec.ViolationCounts;

/**
 * Records of an address and a time, big-endian.
 *
 * <p>A time is the one nearest to the time of the record before that has its 32 bits, so wraps and
 * steps back over a wrap are both seen. The first is taken without a sign.
 */
abstract sealed class AddressDecoder implements EventDecoder permits DvsDecoder, DavisDecoder {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
  private static final int TIME_BYTES = 4;
  private static final int STATE_BYTES = 9;

  private final int addressBytes;
  final ViolationCounts violations = new ViolationCounts();

  /** Whether no record has been met. */
  private boolean fresh = true;

  /** Time of the record before. */
  private long latest;

  /**
   * @param addressBytes 2 or 4
   */
  AddressDecoder(int addressBytes) {
    this.addressBytes = addressBytes;
  }

  /** Appends what an address means; there is room for it. */
  abstract void take(int address, long time, EventBatch events, TriggerBatch triggers);

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int record = maxUnitBytes();
    int i = from;
    while (to - i >= record && events.room() > 0 && triggers.room() > 0) {
      int address =
          addressBytes == 2 ? (short) SHORT.get(bytes, i) & 0xFFFF : (int) INT.get(bytes, i);
      int time = (int) INT.get(bytes, i + addressBytes);
      if (fresh) {
        fresh = false;
        latest = time & 0xFFFFFFFFL;
      } else {
        latest += time - (int) latest;
      }
      take(address, latest, events, triggers);
      i += record;
    }
    return i;
  }

  /** A 32-bit time, as it is unwrapped behind a record of the time before. */
  static long unwrapped(int time, OptionalLong before) {
    return before.isEmpty()
        ? time & 0xFFFFFFFFL
        : before.getAsLong() + (time - (int) before.getAsLong());
  }

  @Override
  public int maxUnitBytes() {
    return addressBytes + TIME_BYTES;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  /** Whether fresh, time of the record before. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES).put((byte) (fresh ? 1 : 0)).putLong(latest).array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != STATE_BYTES || state[0] < 0 || state[0] > 1) {
      throw new IllegalArgumentException(
          "AEDAT state has " + state.length + " bytes, expected 9 whose first is 0 or 1");
    }
    fresh = state[0] == 1;
    latest = ByteBuffer.wrap(state).getLong(1);
  }

  @Override
  public void reset(long nearMicros) {
    fresh = false;
    latest = nearMicros;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }

  static void add(EventBatch events, long t, int x, int y, int p) {
    int n = events.size();
    events.t()[n] = t;
    events.x()[n] = (short) x;
    events.y()[n] = (short) y;
    events.p()[n] = (byte) p;
    events.size(n + 1);
  }
}
