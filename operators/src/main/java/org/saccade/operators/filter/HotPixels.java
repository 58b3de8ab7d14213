package org.saccade.operators.filter;

import org.saccade.operators.surface.PixelCounts;

/**
 * Which pixels are hot, from their events in a window.
 *
 * <pre>
 *   n(p)   events of pixel p in the window
 *   m(p)   the second highest n(q) among the eight neighbours q of p
 *   hot(p) becomes true   if n(p) ≥ least and n(p) > r m(p)
 *          becomes false  if n(p) < least / 2 or n(p) ≤ r m(p) / 2
 * </pre>
 *
 * <p>What moves or flickers lights neighbours too. The second highest, not the highest, so that two
 * hot pixels side by side do not excuse each other. The ends of a line one pixel wide that stays
 * where it is and fires all the time are the price: they have one such neighbour.
 */
final class HotPixels {
  /** Bit of a count that says that its pixel is hot. */
  static final int HOT = 1 << 31;

  private static final int LISTED = 32;

  private final long least;
  private final long ratio;

  HotPixels(HotPixelParameters p) {
    least = Math.max(2, (p.minimumHz() * p.windowMicros() + 999_999) / 1_000_000);
    ratio = p.ratio();
  }

  /**
   * Judges all pixels and counts from 0 again.
   *
   * @return whether the set of hot pixels changed
   */
  boolean judge(PixelCounts pixels) {
    int[] c = pixels.counts();
    int stride = pixels.stride();
    boolean changed = false;
    // All are judged before any is set to 0: neighbours are compared by their counts.
    for (int y = 0; y < pixels.height(); y++) {
      int first = pixels.origin() + y * stride;
      for (int i = first; i < first + pixels.width(); i++) {
        if (2L * (c[i] & ~HOT) >= least) {
          boolean was = c[i] < 0;
          boolean is = isHot(c, i, stride, was);
          changed |= was != is;
          c[i] = c[i] & ~HOT | (is ? HOT : 0);
        } else if (c[i] < 0) {
          changed = true;
          c[i] &= ~HOT;
        }
      }
    }
    for (int i = 0; i < c.length; i++) {
      c[i] &= HOT;
    }
    pixels.allChanged();
    return changed;
  }

  private boolean isHot(int[] c, int i, int stride, boolean was) {
    long n = c[i] & ~HOT;
    long scale = was ? 2 : 1;
    return n * scale >= least && n * scale > ratio * secondAround(c, i, stride);
  }

  private static long secondAround(int[] c, int i, int stride) {
    int highest = 0;
    int second = 0;
    for (int row = i - stride; row <= i + stride; row += stride) {
      for (int q = row - 1; q <= row + 1; q++) {
        int n = q == i ? 0 : c[q] & ~HOT;
        second = Math.max(second, Math.min(highest, n));
        highest = Math.max(highest, n);
      }
    }
    return second;
  }

  static int count(PixelCounts pixels) {
    int hot = 0;
    for (int count : pixels.counts()) {
      hot += count >>> 31;
    }
    return hot;
  }

  /** The hot pixels for a person, at most 32 of them by name. */
  static String list(PixelCounts pixels, int hot) {
    StringBuilder text = new StringBuilder();
    text.append(hot).append(hot == 1 ? " hot pixel:" : " hot pixels:");
    int listed = 0;
    int[] c = pixels.counts();
    for (int i = 0; i < c.length && listed < LISTED; i++) {
      if (c[i] < 0) {
        int place = i - pixels.origin();
        text.append(" (").append(place % pixels.stride());
        text.append(", ").append(place / pixels.stride()).append(')');
        listed++;
      }
    }
    return text.append(hot > listed ? " and " + (hot - listed) + " more" : "").toString();
  }
}
