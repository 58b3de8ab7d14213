package org.saccade.schemas.codec.evt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;

/**
 * Some hundred EVT2 words at a time, so that what is asked of every word is asked of many at once.
 *
 * <p>Two loops over {@code int} arrays, each shaped for the compiler: {@link #check} has no branch
 * and no sum, so that it becomes vector instructions; {@link #run} takes two words a turn, which
 * keeps the compiler from unrolling it further than there are registers. An event takes 2.5 ns so;
 * in one loop with the checks in it, 3.1.
 */
final class Evt2Block {
  static final int WORDS = 512;

  /** Set in every word that is no event. */
  private static final int NO_EVENT = 0xE0000000;

  private final int[] words = new int[WORDS];

  /** The word behind each; negative behind the last. */
  private final int[] next = new int[WORDS];

  /** Negative where a word at this place, in any block so far, was wrong. */
  private final int[] wrong = new int[WORDS];

  private IntBuffer source;
  private int used;

  /** Begins with words from a byte on. */
  void open(byte[] bytes, int from, int to) {
    source = ByteBuffer.wrap(bytes, from, to - from).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    Arrays.fill(wrong, 0, used, 0);
    used = 0;
  }

  /** Takes the next words, at most {@link #WORDS}, and holds events against the frame. */
  void read(int count, int columnMax, int rowMax) {
    source.get(words, 0, count);
    System.arraycopy(words, 1, next, 0, count - 1);
    next[count - 1] = -1;
    used = Math.max(used, count);
    check(words, next, wrong, count, columnMax, rowMax);
  }

  /** The sign says it: of what must not be negative, where word and next word are no other type. */
  private static void check(
      int[] words, int[] next, int[] wrong, int count, int columnMax, int rowMax) {
    for (int k = 0; k < count; k++) {
      int a = words[k];
      int b = next[k];
      wrong[k] |=
          (columnMax - (a >>> 11 & 0x7FF) | rowMax - (a & 0x7FF)) & ~a
              | (b >>> 22 & 0x3F) - (a >>> 22 & 0x3F) & ~(a | b);
    }
  }

  /** Negative if an event was out of frame, or earlier than the event word just before it. */
  int wrong() {
    int any = 0;
    for (int k = 0; k < used; k++) {
      any |= wrong[k];
    }
    return any;
  }

  int word(int k) {
    return words[k];
  }

  /** Low six bits of time of an event word. */
  int low(int k) {
    return words[k] >>> 22 & 0x3F;
  }

  /**
   * Writes the events of the words from {@code from} up to the first that is none.
   *
   * @param n where to write the first
   * @return how many there were
   */
  int run(int from, int to, long time, long[] t, short[] x, short[] y, byte[] p, int n) {
    int[] w = words;
    int count = to - from;
    int k = 0;
    for (; k < count - 1; k += 2) {
      int a = w[from + k];
      int b = w[from + k + 1];
      if (((a | b) & NO_EVENT) != 0) {
        break;
      }
      put(a, time, t, x, y, p, n + k);
      put(b, time, t, x, y, p, n + k + 1);
    }
    if (k < count && (w[from + k] & NO_EVENT) == 0) {
      put(w[from + k], time, t, x, y, p, n + k);
      k++;
    }
    return k;
  }

  private static void put(int word, long time, long[] t, short[] x, short[] y, byte[] p, int i) {
    t[i] = time + (word >>> 22 & 0x3F);
    x[i] = (short) (word >>> 11 & 0x7FF);
    y[i] = (short) (word & 0x7FF);
    p[i] = (byte) (word >>> 28);
  }
}
