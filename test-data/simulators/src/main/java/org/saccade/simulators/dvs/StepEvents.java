package org.saccade.simulators.dvs;

import java.util.Arrays;
import org.saccade.schemas.batch.EventBatch;

/**
 * The events of one step, collected pixel by pixel and given in time order.
 *
 * <p>An event is one sortable word: microseconds into the step in the upper half, then pixel and
 * polarity, so that events of the same microsecond come row by row as a sensor reads them out.
 */
final class StepEvents {
  private long[] words = new long[1024];
  private int size;

  void clear() {
    size = 0;
  }

  /**
   * @param offset microseconds after the frame before, 1 to {@link Integer#MAX_VALUE}
   * @param polarity 1 for ON, 0 for OFF
   */
  void add(long offset, int pixel, int polarity) {
    if (size == words.length) {
      words = Arrays.copyOf(words, size * 2);
    }
    words[size++] = offset << 32 | (long) pixel << 1 | polarity;
  }

  /** Sorts and appends; {@code start} is the time of the frame before. */
  void appendTo(EventBatch out, long start, int width) {
    Arrays.sort(words, 0, size);
    int at = out.size();
    out.ensureCapacity(at + size);
    long[] t = out.t();
    short[] x = out.x();
    short[] y = out.y();
    byte[] p = out.p();
    for (int i = 0; i < size; i++, at++) {
      long word = words[i];
      int pixel = (int) ((word & 0xFFFFFFFFL) >>> 1);
      int row = pixel / width;
      t[at] = start + (word >>> 32);
      x[at] = (short) (pixel - row * width);
      y[at] = (short) row;
      p[at] = (byte) (word & 1);
    }
    out.size(at);
  }
}
