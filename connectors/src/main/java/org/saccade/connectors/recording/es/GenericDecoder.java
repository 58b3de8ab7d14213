package org.saccade.connectors.recording.es;

import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;

/**
 * Records of bytes. One of more than {@link #MAX_BYTES} is passed over and counted; so is the rest
 * of a recording behind a length of more than {@link #MAX_LENGTH_BYTES} bytes, which none has.
 */
final class GenericDecoder extends EsDecoder {
  static final int MAX_BYTES = 1 << 16;
  private static final int MAX_LENGTH_BYTES = 5;

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    int i = from;
    while (i < to && !itemsFull()) {
      if (skip > 0) {
        int passed = (int) Math.min(skip, to - i);
        skip -= passed;
        i += passed;
        continue;
      }
      int head = bytes[i] & 0xFF;
      if (head >= EsLayout.RESET) {
        time += head == EsLayout.OVERFLOW ? EsLayout.OVERFLOW_MICROS : 0;
        i++;
        continue;
      }
      int next = record(bytes, i, to);
      if (next == i) {
        break;
      }
      time += head;
      i = next;
    }
    return i;
  }

  /** Takes one record but for its time; {@code from} where it is not whole. */
  private int record(byte[] bytes, int from, int to) {
    int i = from + 1;
    long length = 0;
    boolean more = true;
    for (int k = 0; more; k++, i++) {
      if (k == MAX_LENGTH_BYTES) {
        notRead();
        skip = Long.MAX_VALUE;
        return i;
      }
      if (i == to) {
        return from;
      }
      length |= (bytes[i] & 0xFEL) >> 1 << 7 * k;
      more = (bytes[i] & 1) == 1;
    }
    if (length > MAX_BYTES) {
      notRead();
      skip = length;
      return i;
    }
    if (length > to - i) {
      return from;
    }
    if (items == null) {
      notRead();
    } else {
      items.add(time + (bytes[from] & 0xFF), bytes, i, i + (int) length);
    }
    return i + (int) length;
  }

  @Override
  public int maxUnitBytes() {
    return 1 + MAX_LENGTH_BYTES + MAX_BYTES;
  }
}
