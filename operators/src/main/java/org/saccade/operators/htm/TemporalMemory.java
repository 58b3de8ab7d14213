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
  private static final int NONE = -1;

  private final TemporalMemoryParameters parameters;
  private final int cellsPerColumn;
  private final int inc;
  private final int dec;
  private final int punish;
  private final int initial;
  final Segments segments;
  private final SegmentActivity activity;
  private final SplitMix random;

  // Of the record before; then of this one.
  private long[] active;
  private long[] activeBefore;
  private final GrowthCandidates winnersBefore;
  private final int[] winners;
  private int winnerCount;

  private final int[] weights;
  private final long[] columnActive;
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
    activity = new SegmentActivity(segments, parameters, columns);
    random = new SplitMix(parameters.seed());
    int words = cells + 63 >> 6;
    active = new long[words];
    activeBefore = new long[words];
    columnActive = new long[columns + 63 >> 6];
    weights = new int[parameters.maxSynapsesPerSegment()];
    // A winner a column, or a cell a segment of it, whichever is more.
    winners = new int[activeColumns * cellsPerColumn];
    winnersBefore = new GrowthCandidates(cells, winners.length, parameters.newSynapseCount());
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
    activity.compute(active, records);
    return expected;
  }

  private void swap() {
    long[] cells = activeBefore;
    activeBefore = active;
    active = cells;
    Arrays.fill(active, 0);
    winnersBefore.set(winners, winnerCount);
    winnerCount = 0;
  }

  private boolean hasActiveSegment(int column) {
    for (int s = activity.first(column); s != NONE; s = activity.next(s)) {
      if (activity.isActive(s)) {
        return true;
      }
    }
    return false;
  }

  private void activateExpected(int column, boolean learn) {
    for (int s = activity.first(column); s != NONE; s = activity.next(s)) {
      if (activity.isActive(s)) {
        int cell = segments.cell[s];
        if ((active[cell >> 6] >>> cell & 1) == 0) {
          active[cell >> 6] |= 1L << cell;
          winners[winnerCount++] = cell;
        }
        if (learn) {
          strengthen(s);
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
        strengthen(best);
      }
      return;
    }
    int cell = leastUsedCell(from);
    winners[winnerCount++] = cell;
    if (learn && winnersBefore.count() > 0) {
      grow(create(cell), parameters.newSynapseCount());
    }
  }

  private int bestMatching(int column) {
    int best = NONE;
    for (int s = activity.first(column); s != NONE; s = activity.next(s)) {
      if (activity.matches(s) && (best == NONE || activity.matched(s) > activity.matched(best))) {
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
      end(segments.leastRecentlyUsed());
    }
    int segment = segments.create(cell, records);
    activity.fit();
    activity.forget(segment);
    return segment;
  }

  /** Its number may be given again in this record; without activity it is then passed over. */
  private void end(int segment) {
    segments.destroy(segment);
    activity.forget(segment);
  }

  /** Strengthens what was right, weakens the rest, and grows what is lacking. */
  private void strengthen(int segment) {
    int matched = activity.matched(segment);
    if (!segments.adapt(segment, activity.excited, inc, -dec)) {
      end(segment);
      return;
    }
    grow(segment, parameters.newSynapseCount() - matched);
  }

  private void punishWrongSegments() {
    for (int m = 0; m < activity.matches(); m++) {
      int s = activity.matching(m);
      int column = segments.cell[s] / cellsPerColumn;
      if (activity.matches(s) && (columnActive[column >> 6] >>> column & 1) == 0) {
        if (!segments.adapt(s, activity.excited, -punish, 0)) {
          end(s);
        }
      }
    }
  }

  /** Up to {@code n} new synapses on winners of the record before, chosen at random. */
  private void grow(int segment, int n) {
    if (n <= 0) {
      return;
    }
    int from = segments.first(segment);
    int found =
        winnersBefore.without(segments.synapses.presynaptic, from, from + segments.sizes[segment]);
    int grown = Math.min(n, found);
    makeRoom(segment, grown);
    for (int i = 0; i < grown; i++) {
      segments.addSynapse(segment, winnersBefore.draw(random), initial);
    }
    segments.touch(segment);
  }

  /** The weakest synapses give way; those on a winner of the record before last of all. */
  private void makeRoom(int segment, int n) {
    int size = segments.sizes[segment];
    int over = size + n - segments.capacity;
    if (over <= 0) {
      return;
    }
    int from = segments.first(segment);
    for (int i = 0; i < size; i++) {
      int cell = segments.synapses.presynaptic[from + i];
      int on = (int) (activeBefore[cell >> 6] >>> cell) & 1;
      weights[i] = segments.synapses.permanence(from + i) + on * TemporalMemoryParameters.ONE;
    }
    for (; over > 0; over--) {
      int weakest = 0;
      for (int i = 1; i < size; i++) {
        weakest = weights[i] < weights[weakest] ? i : weakest;
      }
      segments.removeSynapse(segment, from + weakest);
      weights[weakest] = weights[--size];
    }
  }

  /** Forgets the context, not what was learnt: the next record begins a sequence. */
  void reset() {
    Arrays.fill(active, 0);
    winnerCount = 0;
    activity.compute(active, records);
  }

  /** Synapses on active cells, and segments that match: what the next record's work depends on. */
  int work() {
    int n = activity.matches();
    for (int s = 0; s < segments.end(); s++) {
      n += segments.synapses.count(s, activity.excited);
    }
    return n;
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
    activity.compute(active, records);
  }

  long bytes() {
    return segments.bytes()
        + activity.bytes()
        + winnersBefore.bytes()
        + 16L * active.length
        + 4L * winners.length;
  }
}
