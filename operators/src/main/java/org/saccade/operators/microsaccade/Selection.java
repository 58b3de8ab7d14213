package org.saccade.operators.microsaccade;

import java.util.Arrays;

/** The k-th smallest of an array (Hoare 1961), in expected linear time. */
final class Selection {
  private Selection() {}

  /**
   * Reorders {@code a[0, n)} so that element {@code k} is the one that sorting would put there.
   *
   * @return that element
   */
  static float select(float[] a, int n, int k) {
    int from = 0;
    int to = n - 1;
    // Beyond twice the expected depth an input is made to hurt: sorting is bounded.
    for (int left = 2 * (32 - Integer.numberOfLeadingZeros(n)) + 8; from < to; left--) {
      if (left == 0) {
        Arrays.sort(a, from, to + 1);
        break;
      }
      float pivot = medianOfThree(a[from], a[from + to >>> 1], a[to]);
      int i = from;
      int j = to;
      while (i <= j) {
        while (a[i] < pivot) {
          i++;
        }
        while (a[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = a[i];
          a[i++] = a[j];
          a[j--] = swap;
        }
      }
      if (k <= j) {
        to = j;
      } else if (k >= i) {
        from = i;
      } else {
        break;
      }
    }
    return a[k];
  }

  private static float medianOfThree(float a, float b, float c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
