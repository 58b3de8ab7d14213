package org.saccade.connectors.recording.es;

import java.nio.ByteBuffer;
import org.saccade.connectors.recording.ItemBatch;
import org.saccade.connectors.recording.ItemDecoder;
import org.saccade.schemas.codec.Violation;
import org.saccade.schemas.codec.ViolationCounts;

/** What the decoders of all four kinds share: time counted up from 0, and where items go. */
abstract class EsDecoder implements ItemDecoder {
  private static final int STATE_BYTES = 2 * Long.BYTES;

  /** Times are counted up to here, so that no state overflows one. */
  private static final long MAX_TIME = 1L << 60;

  final ViolationCounts violations = new ViolationCounts();

  /** Where items go; null: they are counted. */
  ItemBatch items;

  /** Time of the latest record, microseconds. */
  long time;

  /** Bytes still to pass over of a record that is not read. */
  long skip;

  @Override
  public void items(ItemBatch batch) {
    items = batch;
  }

  boolean itemsFull() {
    return items != null && items.room() < 1;
  }

  /** Two bytes, the lower first. */
  static int u16(byte[] bytes, int i) {
    return bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8;
  }

  void notRead() {
    violations.add(Violation.NOT_READ, 1);
  }

  /** Latest time, and bytes to pass over. */
  @Override
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES).putLong(time).putLong(skip).array();
  }

  @Override
  public void restore(byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "Event Stream state has " + state.length + " bytes, expected " + STATE_BYTES);
    }
    ByteBuffer in = ByteBuffer.wrap(state);
    long newTime = in.getLong();
    long newSkip = in.getLong();
    if (newTime < 0 || newTime > MAX_TIME || newSkip < 0) {
      throw new IllegalArgumentException(
          "Event Stream state has an impossible time=" + newTime + " skip=" + newSkip);
    }
    time = newTime;
    skip = newSkip;
  }

  /** Behind a break records are taken to begin at once, at the time given. */
  @Override
  public void reset(long nearMicros) {
    time = Math.max(0, Math.min(MAX_TIME, nearMicros));
    skip = 0;
  }

  @Override
  public int maxEventsPerUnit() {
    return 1;
  }

  @Override
  public ViolationCounts violations() {
    return violations;
  }
}
