package org.saccade.simulators.dvs;

import java.util.Arrays;

/** The pixels that one step brought to a threshold or beyond, and those that noise fires. */
final class Crossings {
  /** Pixel of crossing i. */
  int[] pixel = new int[1024];

  /** Thresholds crossed: positive for ON, negative for OFF. */
  int[] count = new int[1024];

  /** Lp − base at the frame before and at this frame, leak included. */
  double[] before = new double[1024];

  double[] after = new double[1024];

  int size;

  /** Most thresholds that one pixel crossed: K. */
  int most;

  void clear() {
    size = 0;
    most = 0;
  }

  void add(int thePixel, int theCount, double diffBefore, double diffAfter) {
    if (size == pixel.length) {
      int capacity = size * 2;
      pixel = Arrays.copyOf(pixel, capacity);
      count = Arrays.copyOf(count, capacity);
      before = Arrays.copyOf(before, capacity);
      after = Arrays.copyOf(after, capacity);
    }
    pixel[size] = thePixel;
    count[size] = theCount;
    before[size] = diffBefore;
    after[size] = diffAfter;
    size++;
    most = Math.max(most, Math.abs(theCount));
  }
}
