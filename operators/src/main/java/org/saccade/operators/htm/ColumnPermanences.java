package org.saccade.operators.htm;

/**
 * Permanences of the synapses between columns and inputs, in steps, four to a {@code long}: lane i
 * of a column's words is its synapse on input i, 0 where it has none. So a winner's synapses weaken
 * four at a time.
 */
final class ColumnPermanences {
  private static final int LANES = 4;
  private static final long ONES = 0x0001_0001_0001_0001L;
  private static final long HIGH = 0x8000_8000_8000_8000L;
  private static final int LANE_MASK = 0xFFFF;

  private final int wordsPerColumn;
  private final long[] words;

  ColumnPermanences(int columns, int inputs) {
    wordsPerColumn = (inputs + LANES - 1) / LANES;
    words = new long[columns * wordsPerColumn];
  }

  int get(int column, int input) {
    return (int) (words[column * wordsPerColumn + (input >> 2)] >>> shift(input)) & LANE_MASK;
  }

  /**
   * @param steps 0 to 32,767
   */
  void set(int column, int input, int steps) {
    int at = column * wordsPerColumn + (input >> 2);
    int shift = shift(input);
    words[at] = words[at] & ~((long) LANE_MASK << shift) | (long) steps << shift;
  }

  private static int shift(int input) {
    return (input & LANES - 1) << 4;
  }

  /**
   * Weakens all synapses of a column by {@code dec}; what is then below {@code trim} is 0. The sum
   * of both is at most 32,767.
   *
   * @param connected permanence from which a synapse counts
   * @param lost takes the inputs that the column was connected to and is no more
   * @return how many they are
   */
  int weaken(int column, int dec, int trim, int connected, int[] lost) {
    long least = (dec + trim) * ONES;
    long trims = trim * ONES;
    long threshold = connected * ONES;
    int n = 0;
    int from = column * wordsPerColumn;
    for (int w = 0; w < wordsPerColumn; w++) {
      // The high bit of a lane stays where the lane is not less than what is taken from it.
      long before = words[from + w] | HIGH;
      long left = before - least;
      long enough = left & HIGH;
      long after = left + trims & enough - (enough >>> 15);
      words[from + w] = after;
      long crossed = (before - threshold) & ~((after | HIGH) - threshold) & HIGH;
      for (; crossed != 0; crossed &= crossed - 1) {
        lost[n++] = w * LANES + (Long.numberOfTrailingZeros(crossed) >> 4);
      }
    }
    return n;
  }

  /** Memory held, bytes. */
  long bytes() {
    return 8L * words.length;
  }
}
