package org.saccade.operators.htm;

import java.util.Arrays;
import org.saccade.operators.probability.SplitMix;

/**
 * The winner cells of the record before, of which a segment draws some to grow synapses to: without
 * replacement, and none that it has already. What it costs depends on the segment and on how many
 * are drawn, hardly on how many winners there are.
 */
final class GrowthCandidates {
  private final long[] winner;
  private final char[] place;
  private final int[] cells;
  private int count;

  private final long[] taken;
  private int left;
  private final int[] moved;
  private final int[] movedFrom;
  private int moves;

  /**
   * @param most winners that there can be
   * @param draws most cells that one segment draws
   */
  GrowthCandidates(int cells, int most, int draws) {
    winner = new long[cells + 63 >> 6];
    place = new char[cells];
    this.cells = new int[most];
    taken = new long[most + 63 >> 6];
    moved = new int[draws];
    movedFrom = new int[draws];
  }

  /** From now on these are the winners, the first {@code n} entries, each once. */
  void set(int[] winners, int n) {
    for (int i = 0; i < count; i++) {
      winner[cells[i] >> 6] = 0;
    }
    for (int i = 0; i < n; i++) {
      int cell = winners[i];
      winner[cell >> 6] |= 1L << cell;
      place[cell] = (char) i;
      cells[i] = cell;
    }
    count = n;
  }

  int count() {
    return count;
  }

  /**
   * Begins the draws of a segment that has synapses on these cells, each once.
   *
   * @return how many candidates there are
   */
  int without(char[] presynaptic, int from, int to) {
    Arrays.fill(taken, 0, count + 63 >> 6, 0);
    left = count;
    moves = 0;
    for (int i = from; i < to; i++) {
      int cell = presynaptic[i];
      if ((winner[cell >> 6] >>> cell & 1) != 0) {
        taken[place[cell] >> 6] |= 1L << place[cell];
        left--;
      }
    }
    return left;
  }

  /** A candidate, each as likely as the next; the last one takes its place (Fisher and Yates). */
  int draw(SplitMix random) {
    int j = random.nextInt(left);
    int drawn = candidate(j);
    left--;
    int last = candidate(left);
    int m = find(j);
    if (m == moves) {
      movedFrom[moves++] = j;
    }
    moved[m] = last;
    return cells[drawn];
  }

  private int candidate(int j) {
    int m = find(j);
    return m < moves ? moved[m] : free(j);
  }

  private int find(int j) {
    int m = 0;
    while (m < moves && movedFrom[m] != j) {
      m++;
    }
    return m;
  }

  /** Place of the j-th winner, from 0, that is not taken. */
  private int free(int j) {
    int before = 0;
    int w = 0;
    int here = Long.bitCount(~taken[0]);
    while (before + here <= j) {
      before += here;
      here = Long.bitCount(~taken[++w]);
    }
    return (w << 6) + select(~taken[w], j - before);
  }

  /** Where the n-th bit, from 0, of those that are set lies. */
  private static int select(long bits, int n) {
    long rest = bits;
    int left = n;
    int at = 0;
    for (int half = 32; half > 0; half >>= 1) {
      int low = Long.bitCount(rest & (1L << half) - 1);
      if (left >= low) {
        left -= low;
        rest >>>= half;
        at += half;
      }
    }
    return at;
  }

  /** Memory held, bytes. */
  long bytes() {
    return 8L * (winner.length + taken.length)
        + 2L * place.length
        + 4L * (cells.length + 2L * moved.length);
  }
}
