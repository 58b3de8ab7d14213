package org.saccade.operators.htm;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;

/**
 * Active columns to active cells that stand for a column in its context, and to the columns
 * expected next: J. Hawkins, S. Ahmad, Why Neurons Have Thousands of Synapses, 2016, in the form of
 * NuPIC's TemporalMemory.
 *
 * <p>At each record, with the segments' activity by the cells of the record before:
 *
 * <pre>
 *   column active, has an active segment     its cells are active; those segments learn and grow
 *   column active, has none                  all cells are active (a burst); the best matching
 *                                            segment learns and grows, or a new one is made on the
 *                                            least used cell
 *   column not active, segments match        they unlearn
 * </pre>
 */
final class TemporalMemory {
  private static final int POTENTIAL = 0xFFFF;
  private static final int NONE = -1;

  private final TemporalMemoryParameters parameters;
  private final int cellsPerColumn;
  private final int inc;
  private final int dec;
  private final int punish;
  private final int initial;
  final Segments segments;
  private final SplitMix random;

  // Of the record before; then of this one.
  private int[] activity = new int[0];
  private int[] nextInColumn = new int[0];
  private final int[] firstInColumn;
  private int[] matching = new int[256];
  private int matches;
  private long[] active;
  private long[] activeBefore;
  private int[] winners;
  private int[] winnersBefore;
  private int winnerCount;
  private int winnersBeforeCount;

  private final long[] columnActive;
  private final long[] marked;
  private final int[] candidates;
  private long records;

  TemporalMemory(TemporalMemoryParameters parameters, int columns, int activeColumns) {
    this.parameters = parameters;
    cellsPerColumn = parameters.cellsPerColumn();
    int cells = columns * cellsPerColumn;
    Checks.range("columns times cellsPerColumn", cells, 1, 1 << 16);
    inc = steps(parameters.permanenceInc());
    dec = steps(parameters.permanenceDec());
    punish = steps(parameters.predictedSegmentDec());
    initial = steps(parameters.initialPermanence());
    segments = new Segments(parameters, cells);
    random = new SplitMix(parameters.seed());
    firstInColumn = new int[columns];
    Arrays.fill(firstInColumn, NONE);
    int words = cells + 63 >> 6;
    active = new long[words];
    activeBefore = new long[words];
    marked = new long[words];
    columnActive = new long[columns + 63 >> 6];
    // A winner a column, or a cell a segment of it, whichever is more.
    winners = new int[activeColumns * cellsPerColumn];
    winnersBefore = new int[activeColumns * cellsPerColumn];
    candidates = new int[activeColumns * cellsPerColumn];
  }

  private static int steps(double permanence) {
    return (int) StrictMath.rint(permanence * TemporalMemoryParameters.ONE);
  }

  /**
   * One record.
   *
   * @param columns the active columns, the first {@code n} entries, ascending
   * @return how many of them were expected
   */
  int step(int[] columns, int n, boolean learn) {
    records++;
    swap();
    int expected = 0;
    for (int i = 0; i < n; i++) {
      columnActive[columns[i] >> 6] |= 1L << columns[i];
    }
    for (int i = 0; i < n; i++) {
      int column = columns[i];
      if (hasActiveSegment(column)) {
        expected++;
        activateExpected(column, learn);
      } else {
        burst(column, learn);
      }
    }
    if (learn && punish > 0) {
      punishWrongSegments();
    }
    for (int i = 0; i < n; i++) {
      columnActive[columns[i] >> 6] = 0;
    }
    computeActivity();
    return expected;
  }

  private void swap() {
    long[] cells = activeBefore;
    activeBefore = active;
    active = cells;
    Arrays.fill(active, 0);
    int[] w = winnersBefore;
    winnersBefore = winners;
    winners = w;
    winnersBeforeCount = winnerCount;
    winnerCount = 0;
  }

  private boolean isActive(int segment) {
    return activity[segment] >>> 16 >= parameters.activationThreshold();
  }

  private int potential(int segment) {
    return activity[segment] & POTENTIAL;
  }

  private boolean hasActiveSegment(int column) {
    for (int s = firstInColumn[column]; s != NONE; s = nextInColumn[s]) {
      if (isActive(s)) {
        return true;
      }
    }
    return false;
  }

  private void activateExpected(int column, boolean learn) {
    for (int s = firstInColumn[column]; s != NONE; s = nextInColumn[s]) {
      if (isActive(s)) {
        int cell = segments.cell[s];
        if ((active[cell >> 6] >>> cell & 1) == 0) {
          active[cell >> 6] |= 1L << cell;
          winners[winnerCount++] = cell;
        }
        if (learn) {
          int matched = potential(s);
          if (adapt(s)) {
            grow(s, parameters.newSynapseCount() - matched);
          }
        }
      }
    }
  }

  private void burst(int column, boolean learn) {
    int from = column * cellsPerColumn;
    for (int cell = from; cell < from + cellsPerColumn; cell++) {
      active[cell >> 6] |= 1L << cell;
    }
    int best = bestMatching(column);
    if (best != NONE) {
      winners[winnerCount++] = segments.cell[best];
      if (learn) {
        int matched = potential(best);
        if (adapt(best)) {
          grow(best, parameters.newSynapseCount() - matched);
        }
      }
      return;
    }
    int cell = leastUsedCell(from);
    winners[winnerCount++] = cell;
    if (learn && winnersBeforeCount > 0) {
      int segment = create(cell);
      grow(segment, Math.min(parameters.newSynapseCount(), winnersBeforeCount));
    }
  }

  private int bestMatching(int column) {
    int best = NONE;
    for (int s = firstInColumn[column]; s != NONE; s = nextInColumn[s]) {
      int p = potential(s);
      if (p >= parameters.minThreshold() && (best == NONE || p > potential(best))) {
        best = s;
      }
    }
    return best;
  }

  private int leastUsedCell(int from) {
    int least = Integer.MAX_VALUE;
    int ties = 0;
    for (int cell = from; cell < from + cellsPerColumn; cell++) {
      int n = segments.onCell(cell);
      ties = n < least ? 1 : n == least ? ties + 1 : ties;
      least = Math.min(least, n);
    }
    int pick = random.nextInt(ties);
    for (int cell = from; ; cell++) {
      if (segments.onCell(cell) == least && pick-- == 0) {
        return cell;
      }
    }
  }

  private int create(int cell) {
    if (segments.onCell(cell) >= parameters.maxSegmentsPerCell()) {
      end(segments.leastRecentlyUsed(cell));
    } else if (segments.full()) {
      end(segments.leastRecentlyUsed(NONE));
    }
    int segment = segments.create(cell, records);
    if (activity.length < segments.cell.length) {
      activity = Arrays.copyOf(activity, segments.cell.length);
      nextInColumn = Arrays.copyOf(nextInColumn, segments.cell.length);
    }
    activity[segment] = 0;
    return segment;
  }

  /** Its number may be given again in this record; without activity it is then passed over. */
  private void end(int segment) {
    segments.destroy(segment);
    activity[segment] = 0;
  }

  /** Strengthens what was right and weakens the rest; false if the segment ended by it. */
  private boolean adapt(int segment) {
    int from = segment * segments.capacity;
    for (int i = from + segments.sizes[segment] - 1; i >= from; i--) {
      int cell = segments.presynaptic[i];
      int on = (int) (activeBefore[cell >> 6] >>> cell & 1);
      int p = segments.permanence[i] + on * (inc + dec) - dec; // no branch: either is as likely
      if (p <= 0) {
        segments.removeSynapse(segment, i);
      } else {
        segments.setPermanence(segment, i, Math.min(p, TemporalMemoryParameters.ONE));
      }
    }
    return keep(segment);
  }

  private void punishWrongSegments() {
    for (int m = 0; m < matches; m++) {
      int s = matching[m];
      int column = segments.cell[s] / cellsPerColumn;
      if (potential(s) >= parameters.minThreshold()
          && (columnActive[column >> 6] >>> column & 1) == 0) {
        weaken(s);
      }
    }
  }

  private void weaken(int segment) {
    int from = segment * segments.capacity;
    for (int i = from + segments.sizes[segment] - 1; i >= from; i--) {
      int cell = segments.presynaptic[i];
      if ((activeBefore[cell >> 6] >>> cell & 1) != 0) {
        int p = segments.permanence[i] - punish;
        if (p <= 0) {
          segments.removeSynapse(segment, i);
        } else {
          segments.setPermanence(segment, i, p);
        }
      }
    }
    keep(segment);
  }

  private boolean keep(int segment) {
    segments.touch(segment);
    if (segments.sizes[segment] == 0) {
      end(segment);
      return false;
    }
    return true;
  }

  /** Up to {@code n} new synapses on winners of the record before, chosen at random. */
  private void grow(int segment, int n) {
    if (n <= 0) {
      return;
    }
    int from = segment * segments.capacity;
    int to = from + segments.sizes[segment];
    for (int i = from; i < to; i++) {
      marked[segments.presynaptic[i] >> 6] |= 1L << segments.presynaptic[i];
    }
    int found = 0;
    for (int i = 0; i < winnersBeforeCount; i++) {
      int cell = winnersBefore[i];
      if ((marked[cell >> 6] >>> cell & 1) == 0) {
        candidates[found++] = cell;
      }
    }
    for (int i = from; i < to; i++) {
      marked[segments.presynaptic[i] >> 6] = 0;
    }
    int grown = Math.min(n, found);
    makeRoom(segment, grown);
    for (int i = 0; i < grown; i++) {
      int j = random.nextInt(found);
      segments.addSynapse(segment, candidates[j], initial);
      candidates[j] = candidates[--found];
    }
    segments.touch(segment);
  }

  /** The weakest synapses give way; those on a winner of the record before last of all. */
  private void makeRoom(int segment, int n) {
    int over = segments.sizes[segment] + n - segments.capacity;
    for (; over > 0; over--) {
      int from = segment * segments.capacity;
      int weakest = from;
      for (int i = from + 1; i < from + segments.sizes[segment]; i++) {
        if (weight(i) < weight(weakest)) {
          weakest = i;
        }
      }
      segments.removeSynapse(segment, weakest);
    }
  }

  private int weight(int slot) {
    int cell = segments.presynaptic[slot];
    boolean on = (activeBefore[cell >> 6] >>> cell & 1) != 0;
    return segments.permanence[slot] + (on ? TemporalMemoryParameters.ONE : 0);
  }

  private void computeActivity() {
    Arrays.fill(firstInColumn, NONE);
    int end = segments.end();
    if (activity.length < end) {
      activity = new int[segments.cell.length];
      nextInColumn = new int[segments.cell.length];
    }
    Arrays.fill(activity, 0, end, 0);
    for (int w = 0; w < active.length; w++) {
      for (long rest = active[w]; rest != 0; rest &= rest - 1) {
        segments.index.count((w << 6) + Long.numberOfTrailingZeros(rest), activity);
      }
    }
    collectMatching(end);
  }

  private void collectMatching(int end) {
    int least = parameters.minThreshold();
    matches = 0;
    for (int s = end - 1; s >= 0; s--) {
      if ((activity[s] & POTENTIAL) >= least) {
        if (matches == matching.length) {
          matching = Arrays.copyOf(matching, 2 * matches);
        }
        matching[matches++] = s;
        int column = segments.cell[s] / cellsPerColumn;
        nextInColumn[s] = firstInColumn[column];
        firstInColumn[column] = s;
        if (isActive(s)) {
          segments.lastUsed[s] = records;
          segments.touch(s);
        }
      }
    }
  }

  /** Forgets the context, not what was learnt: the next record begins a sequence. */
  void reset() {
    Arrays.fill(active, 0);
    winnerCount = 0;
    computeActivity();
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(records);
    out.writeLong(random.state());
    segments.writeEnd(out);
    int n = 0;
    for (long word : active) {
      n += Long.bitCount(word);
    }
    out.writeInt(n);
    for (int w = 0; w < active.length; w++) {
      for (long rest = active[w]; rest != 0; rest &= rest - 1) {
        out.writeChar((w << 6) + Long.numberOfTrailingZeros(rest));
      }
    }
    out.writeInt(winnerCount);
    for (int i = 0; i < winnerCount; i++) {
      out.writeChar(winners[i]);
    }
  }

  void read(DataInput in) throws IOException {
    records = in.readLong();
    random.state(in.readLong());
    segments.readEnd(in);
    int n = in.readInt();
    for (int i = 0; i < n; i++) {
      int cell = in.readChar();
      active[cell >> 6] |= 1L << cell;
    }
    winnerCount = in.readInt();
    for (int i = 0; i < winnerCount; i++) {
      winners[i] = in.readChar();
    }
  }

  /** After the segments, too, were read. */
  void restored() {
    computeActivity();
  }

  long bytes() {
    return segments.bytes()
        + 8L * activity.length
        + 24L * active.length
        + 4L * firstInColumn.length
        + 4L * matching.length
        + 12L * winners.length;
  }
}
