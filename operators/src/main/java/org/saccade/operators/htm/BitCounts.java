package org.saccade.operators.htm;

/**
 * A small count for each of many columns, kept as bit planes: bit c of plane p is bit p of column
 * c's count. Adding a set of columns, and finding the k largest counts, then take a few operations
 * on 64 columns at a time.
 */
final class BitCounts {
  private final int columns;
  private final int words;
  private final long[][] planes;
  private final long[] tied;

  /**
   * @param largest the largest count that can occur
   */
  BitCounts(int columns, int largest) {
    this.columns = columns;
    words = columns + 63 >> 6;
    planes = new long[Math.max(4, 32 - Integer.numberOfLeadingZeros(largest))][words];
    tied = new long[words];
  }

  void clear() {
    for (long[] plane : planes) {
      java.util.Arrays.fill(plane, 0);
    }
  }

  /** Adds 1 to the columns of the set that starts at {@code from} in {@code sets}. */
  void add(long[] sets, int from) {
    for (int w = 0; w < words; w++) {
      long carry = sets[from + w];
      for (int p = 0; carry != 0; p++) {
        long[] plane = planes[p];
        long both = plane[w] & carry;
        plane[w] ^= carry;
        carry = both;
      }
    }
  }

  /** Sets are added so many at a time. */
  static int padded(int sets) {
    return sets + 7 & ~7;
  }

  /**
   * Adds 1 to the columns of each of several sets: eight at a time by full adders (Harley and
   * Seal), so that only every eighth carry goes further than the third plane.
   *
   * @param rows where the sets start in {@code sets}; the first {@code n}, a multiple of 8
   */
  void addAll(long[] sets, int[] rows, int n) {
    for (int w = 0; w < words; w++) {
      long ones = planes[0][w];
      long twos = planes[1][w];
      long fours = planes[2][w];
      for (int i = 0; i < n; i += 8) {
        long first = 0;
        long second = 0;
        for (int half = i; half < i + 8; half += 4) {
          long a = sets[rows[half] + w];
          long b = sets[rows[half + 1] + w];
          long carryA = carry(ones, a, b);
          ones ^= a ^ b;
          a = sets[rows[half + 2] + w];
          b = sets[rows[half + 3] + w];
          long carryB = carry(ones, a, b);
          ones ^= a ^ b;
          first = second;
          second = carry(twos, carryA, carryB);
          twos ^= carryA ^ carryB;
        }
        long carry = carry(fours, first, second);
        fours ^= first ^ second;
        for (int p = 3; carry != 0; p++) {
          long both = planes[p][w] & carry;
          planes[p][w] ^= carry;
          carry = both;
        }
      }
      planes[0][w] = ones;
      planes[1][w] = twos;
      planes[2][w] = fours;
    }
  }

  private static long carry(long a, long b, long c) {
    return a & b | c & (a ^ b);
  }

  /** The count of one column. */
  int count(int column) {
    int count = 0;
    for (int p = 0; p < planes.length; p++) {
      count |= (int) (planes[p][column >> 6] >>> column & 1) << p;
    }
    return count;
  }

  void set(int column, int count) {
    long bit = 1L << column;
    for (int p = 0; p < planes.length; p++) {
      long[] plane = planes[p];
      int w = column >> 6;
      plane[w] = (count >> p & 1) == 0 ? plane[w] & ~bit : plane[w] | bit;
    }
  }

  /** Sets the bits of the columns whose count is above 0. */
  void positive(long[] set) {
    for (int w = 0; w < words; w++) {
      long any = 0;
      for (long[] plane : planes) {
        any |= plane[w];
      }
      set[w] = any;
    }
  }

  /**
   * The k columns of the largest counts, ascending; among equals the later ones, as NuPIC has it.
   *
   * @param k at most the number of columns
   * @param chosen takes them as a set
   */
  void largest(int k, long[] chosen) {
    for (int w = 0; w < words; w++) {
      chosen[w] = 0;
      tied[w] = -1L;
    }
    if ((columns & 63) != 0) {
      tied[words - 1] = (1L << columns) - 1;
    }
    int left = k;
    for (int p = planes.length - 1; p >= 0; p--) {
      long[] plane = planes[p];
      int n = 0;
      for (int w = 0; w < words; w++) {
        n += Long.bitCount(tied[w] & plane[w]);
      }
      boolean all = n <= left;
      for (int w = 0; w < words; w++) {
        if (all) {
          chosen[w] |= tied[w] & plane[w];
          tied[w] &= ~plane[w];
        } else {
          tied[w] &= plane[w];
        }
      }
      left -= all ? n : 0;
    }
    for (int w = words - 1; left > 0; w--) {
      for (long rest = tied[w]; rest != 0 && left > 0; left--) {
        long last = Long.highestOneBit(rest);
        chosen[w] |= last;
        rest ^= last;
      }
    }
  }
}
