package org.saccade.connectors.recording.es;

import org.saccade.connectors.recording.ItemBatch;
import org.saccade.schemas.batch.EventBatch;
import org.saccade.schemas.batch.TriggerBatch;
import org.saccade.schemas.codec.Violation;

/**
 * Records of a pixel: {@code dvs}, {@code atis} and {@code color}. Rows in the file count from the
 * bottom: row {@code height - 1 - y} of a batch.
 *
 * <p>A row beyond the frame comes out of it beyond the frame too, for what is below row 0 is, taken
 * as 16 bits without a sign, at least {@code height}: so the policy on out-of-frame events holds.
 */
final class PixelDecoder extends EsDecoder {
  private static final int EXPOSURE = 1;

  private final EsKind kind;
  private final int width;
  private final int height;
  private final int recordBytes;

  PixelDecoder(EsKind kind, int width, int height) {
    this.kind = kind;
    this.width = width;
    this.height = height;
    recordBytes = kind == EsKind.COLOR ? EsLayout.COLOR_BYTES : EsLayout.EVENT_BYTES;
  }

  @Override
  public int decode(byte[] bytes, int from, int to, EventBatch events, TriggerBatch triggers) {
    return switch (kind) {
      case DVS -> dvs(bytes, from, to, events);
      case ATIS -> atis(bytes, from, to, events);
      default -> color(bytes, from, to);
    };
  }

  private int dvs(byte[] bytes, int from, int to, EventBatch events) {
    long[] t = events.t();
    short[] x = events.x();
    short[] y = events.y();
    byte[] p = events.p();
    int capacity = events.capacity();
    int n = events.size();
    int top = height - 1;
    long now = time;
    int i = from;
    while (i < to && n < capacity) {
      int head = bytes[i] & 0xFF;
      if (head >= EsLayout.RESET) {
        now += head == EsLayout.OVERFLOW ? EsLayout.DVS_OVERFLOW_MICROS : 0;
        i++;
        continue;
      }
      if (to - i < EsLayout.EVENT_BYTES) {
        break;
      }
      now += head >>> 1;
      t[n] = now;
      x[n] = (short) u16(bytes, i + 1);
      y[n] = (short) (top - u16(bytes, i + 3));
      p[n] = (byte) (head & 1);
      n++;
      i += EsLayout.EVENT_BYTES;
    }
    time = now;
    events.size(n);
    return i;
  }

  private int atis(byte[] bytes, int from, int to, EventBatch events) {
    int i = from;
    while (i < to && events.room() > 0 && !itemsFull()) {
      int head = bytes[i] & 0xFF;
      if ((head & EsLayout.ATIS_OVERFLOW) == EsLayout.ATIS_OVERFLOW) {
        time += (long) EsLayout.ATIS_OVERFLOW_MICROS * (head & 3);
        i++;
        continue;
      }
      if (to - i < EsLayout.EVENT_BYTES) {
        break;
      }
      time += head >>> 2;
      int column = u16(bytes, i + 1);
      int row = u16(bytes, i + 3);
      int flag = head >>> 1 & 1;
      if ((head & EXPOSURE) == 0) {
        events.add(time, column, height - 1 - row, flag);
      } else {
        item(ItemBatch.Kind.EXPOSURES, column, row, flag);
      }
      i += EsLayout.EVENT_BYTES;
    }
    return i;
  }

  private int color(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to && !itemsFull()) {
      int head = bytes[i] & 0xFF;
      if (head >= EsLayout.RESET) {
        time += head == EsLayout.OVERFLOW ? EsLayout.OVERFLOW_MICROS : 0;
        i++;
        continue;
      }
      if (to - i < EsLayout.COLOR_BYTES) {
        break;
      }
      time += head;
      int rgb = (bytes[i + 5] & 0xFF) << 16 | (bytes[i + 6] & 0xFF) << 8 | bytes[i + 7] & 0xFF;
      item(ItemBatch.Kind.COLORS, u16(bytes, i + 1), u16(bytes, i + 3), rgb);
      i += EsLayout.COLOR_BYTES;
    }
    return i;
  }

  private void item(ItemBatch.Kind what, int column, int row, int value) {
    if (items == null) {
      notRead();
    } else if (column >= width || row >= height) {
      violations.add(Violation.OUT_OF_FRAME, 1);
    } else {
      items.add(what, time, column, height - 1 - row, value);
    }
  }

  @Override
  public int maxUnitBytes() {
    return recordBytes;
  }
}
