package org.saccade.operators.htm;

import java.util.Arrays;

/**
 * Which segments the cells active now excite: those that match (enough synapses on active cells,
 * connected or not) and, among them, those that are active (enough connected ones).
 *
 * <p>The index marks the synapses on active cells, one bit each; what a segment has of them is
 * counted a word at a time.
 */
final class SegmentActivity {
  private static final int NONE = -1;
  private static final int ACTIVE = 1 << 15;

  private final Segments segments;
  private final int cellsPerColumn;
  private final int minThreshold;
  private final int activationThreshold;

  /** Synapses on active cells. */
  long[] excited = new long[0];

  private char[] matched = new char[0];
  private int[] nextInColumn = new int[0];
  private int[] matching = new int[0];
  private int matches;
  private final int[] firstInColumn;

  SegmentActivity(Segments segments, TemporalMemoryParameters parameters, int columns) {
    this.segments = segments;
    cellsPerColumn = parameters.cellsPerColumn();
    minThreshold = parameters.minThreshold();
    activationThreshold = parameters.activationThreshold();
    firstInColumn = new int[columns];
    Arrays.fill(firstInColumn, NONE);
  }

  /**
   * Counts anew.
   *
   * @param active the cells active now, as a set
   * @param record number of the record, at which active segments are then last used
   */
  void compute(long[] active, long record) {
    fit();
    Arrays.fill(firstInColumn, NONE);
    int end = segments.end();
    Arrays.fill(excited, 0, segments.synapses.words(end), 0);
    for (int w = 0; w < active.length; w++) {
      for (long rest = active[w]; rest != 0; rest &= rest - 1) {
        segments.synapses.mark((w << 6) + Long.numberOfTrailingZeros(rest), excited);
      }
    }
    int n = 0;
    for (int s = 0; s < end; s++) {
      matching[n] = s; // overwritten unless the segment matches: either is too likely to branch
      n += segments.synapses.count(s, excited) - minThreshold >>> 31 ^ 1;
    }
    matches = n;
    for (int m = n - 1; m >= 0; m--) {
      int s = matching[m];
      int column = segments.cell[s] / cellsPerColumn;
      nextInColumn[s] = firstInColumn[column];
      firstInColumn[column] = s;
      int count = segments.synapses.count(s, excited);
      boolean isActive = segments.synapses.countConnected(s, excited) >= activationThreshold;
      matched[s] = (char) (isActive ? count | ACTIVE : count);
      if (isActive) {
        segments.lastUsed[s] = record;
        segments.touch(s);
      }
    }
  }

  /** As many places as there are segments. */
  void fit() {
    int n = segments.cell.length;
    if (matched.length < n) {
      excited = Arrays.copyOf(excited, segments.synapses.words(n));
      matched = Arrays.copyOf(matched, n);
      nextInColumn = Arrays.copyOf(nextInColumn, n);
      matching = Arrays.copyOf(matching, n + 1);
    }
  }

  boolean isActive(int segment) {
    return matched[segment] >= ACTIVE;
  }

  /** Synapses on active cells of a segment that matches. */
  int matched(int segment) {
    return matched[segment] & ACTIVE - 1;
  }

  boolean matches(int segment) {
    return matched(segment) >= minThreshold;
  }

  /** The lowest segment of the column that matches, or -1. */
  int first(int column) {
    return firstInColumn[column];
  }

  /** The next higher of the same column, or -1. */
  int next(int segment) {
    return nextInColumn[segment];
  }

  /** Number of segments that match, or did when they were counted. */
  int matches() {
    return matches;
  }

  /** One of them. */
  int matching(int m) {
    return matching[m];
  }

  /** The segment ended: whatever gets its number within this record is passed over. */
  void forget(int segment) {
    matched[segment] = 0;
    segments.synapses.clear(segment, excited);
  }

  /** Memory held, bytes. */
  long bytes() {
    return 8L * excited.length + 10L * matched.length + 4L * firstInColumn.length;
  }
}
