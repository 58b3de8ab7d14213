package org.saccade.operators.htm;

import java.util.Arrays;

/**
 * The synapses of all segments. Segment s has the first of {@code stride} numbers from {@code s ·
 * stride}, a power of two, so that sets of synapses are bits and a segment's are neighbours in
 * them; permanences, in steps, lie four to a {@code long}. So what a record excites, what is
 * connected of it, and what it learns are found for many synapses at a time.
 */
final class Synapses {
  private static final int ONE = TemporalMemoryParameters.ONE;
  private static final long ONES = 0x0001_0001_0001_0001L;
  private static final long HIGH = 0x8000_8000_8000_8000L;
  private static final int LEAST_STRIDE = 8;

  /** Lanes of a {@code long} by the four bits that choose them. */
  private static final long[] LANES = new long[16];

  static {
    for (int bits = 0; bits < LANES.length; bits++) {
      for (int lane = 0; lane < 4; lane++) {
        LANES[bits] |= (bits >> lane & 1) * (0xFFFFL << 16 * lane);
      }
    }
  }

  final int stride;
  char[] presynaptic = new char[0];
  private final int connectedFrom;
  private final long connectedLanes;
  private final PresynapticIndex index;
  private final long[] gone;
  private long[] permanence = new long[0];
  private long[] connected = new long[0];

  Synapses(int capacity, int connectedFrom, int cells) {
    stride = Math.max(LEAST_STRIDE, 2 * Integer.highestOneBit(capacity - 1));
    this.connectedFrom = connectedFrom;
    connectedLanes = connectedFrom * ONES;
    index = new PresynapticIndex(cells);
    gone = new long[(stride + 63) / 64];
  }

  /** Room for so many segments. */
  void fit(int segments) {
    presynaptic = Arrays.copyOf(presynaptic, segments * stride);
    permanence = Arrays.copyOf(permanence, segments * stride / 4);
    connected = Arrays.copyOf(connected, words(segments));
    index.fit(segments * stride);
  }

  /** Words of a set of the synapses of so many segments. */
  int words(int segments) {
    return segments * stride + 63 >> 6;
  }

  int permanence(int synapse) {
    return (int) (permanence[synapse >> 2] >>> (synapse << 4)) & 0xFFFF;
  }

  private void permanence(int synapse, int steps) {
    long lane = 0xFFFFL << (synapse << 4);
    permanence[synapse >> 2] = permanence[synapse >> 2] & ~lane | (long) steps << (synapse << 4);
    long bit = 1L << synapse;
    connected[synapse >> 6] =
        steps >= connectedFrom ? connected[synapse >> 6] | bit : connected[synapse >> 6] & ~bit;
  }

  void add(int synapse, int cell, int steps) {
    presynaptic[synapse] = (char) cell;
    permanence(synapse, steps);
    index.add(cell, synapse, presynaptic);
  }

  /** Removes a synapse of a segment; {@code last}, the segment's last, takes its number. */
  void remove(int synapse, int last) {
    index.remove(presynaptic[synapse], synapse);
    if (synapse != last) {
      index.renumber(last, synapse);
      presynaptic[synapse] = presynaptic[last];
      permanence(synapse, permanence(last));
    }
  }

  /** Adds the synapses on a cell to a set. */
  void mark(int cell, long[] set) {
    index.mark(cell, set);
  }

  /** How many synapses of a segment are in a set; all those it has are among its first. */
  int count(int segment, long[] set) {
    int from = segment * stride;
    if (stride < 64) {
      return Long.bitCount(set[from >> 6] >>> from & (1L << stride) - 1);
    }
    int n = 0;
    for (int w = from >> 6; w < from + stride >> 6; w++) {
      n += Long.bitCount(set[w]);
    }
    return n;
  }

  /** How many connected synapses of a segment are in a set. */
  int countConnected(int segment, long[] set) {
    int from = segment * stride;
    if (stride < 64) {
      int w = from >> 6;
      return Long.bitCount((set[w] & connected[w]) >>> from & (1L << stride) - 1);
    }
    int n = 0;
    for (int w = from >> 6; w < from + stride >> 6; w++) {
      n += Long.bitCount(set[w] & connected[w]);
    }
    return n;
  }

  /** Takes the synapses of a segment out of a set. */
  void clear(int segment, long[] set) {
    int from = segment * stride;
    if (stride < 64) {
      set[from >> 6] &= ~((1L << stride) - 1 << from);
    } else {
      Arrays.fill(set, from >> 6, from + stride >> 6, 0);
    }
  }

  /**
   * Adds to each permanence of a segment, up to 1; those that come to 0 go.
   *
   * @param size synapses that it has
   * @param set synapses to which {@code ifIn} steps are added, {@code ifNot} to others; both at
   *     most 10,000 either way
   * @return synapses that are left
   */
  int adapt(int segment, int size, long[] set, int ifIn, int ifNot) {
    long in = (ifIn + 0x4000) * ONES;
    long out = (ifNot + 0x4000) * ONES;
    int from = segment * stride;
    int to = from + size;
    boolean any = false;
    for (int at = from; at < to; ) {
      int w = at >> 6;
      int stop = Math.min(to, w + 1 << 6);
      long here = -1L << at & -1L >>> -stop;
      long on = set[w];
      long strong = 0;
      long alive = 0;
      for (; at < stop; at += 4) {
        long chosen = LANES[(int) (on >>> at) & 15];
        // A lane is 2^14 more than its permanence will be, so never below 0.
        long moved = permanence[at >> 2] + (in & chosen | out & ~chosen);
        // High where the permanence is above 0; then high where it is above 1.
        long positive = moved + (0x4000 - 1) * ONES & HIGH;
        long lives = (positive << 1) - (positive >>> 15);
        long kept = (moved & lives) - (0x4000 * ONES & lives);
        long above = kept + (0x7FFF - ONE) * ONES & HIGH;
        long full = above - (above >>> 15);
        long after = kept & ~full | ONE * ONES & full;
        permanence[at >> 2] = after;
        alive |= gather(positive) << at;
        strong |= gather((after | HIGH) - connectedLanes & HIGH) << at;
      }
      connected[w] = connected[w] & ~here | strong & here;
      long dead = ~alive & here;
      gone[w - (from >> 6)] = dead;
      any |= dead != 0;
    }
    return any ? removeGone(from, size) : size;
  }

  /** The high bits of four lanes as four bits. */
  private static long gather(long high) {
    long pairs = high >>> 15 | high >>> 30;
    return (pairs | pairs >>> 30) & 15;
  }

  private int removeGone(int from, int size) {
    int left = size;
    for (int w = from + size - 1 >> 6; w >= from >> 6; w--) {
      for (long rest = gone[w - (from >> 6)]; rest != 0; ) {
        long bit = Long.highestOneBit(rest);
        remove((w << 6) + Long.numberOfTrailingZeros(bit), from + --left);
        rest ^= bit;
      }
    }
    return left;
  }

  /** Memory held, bytes. */
  long bytes() {
    return index.bytes() + 2L * presynaptic.length + 8L * (permanence.length + connected.length);
  }
}
