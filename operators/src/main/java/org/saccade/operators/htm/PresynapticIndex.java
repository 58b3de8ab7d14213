package org.saccade.operators.htm;

import java.util.Arrays;

/**
 * For each cell, the synapses on it: what turns a few active cells into the activity of all
 * segments without looking at the others.
 *
 * <p>The numbers of a cell's synapses lie side by side, so that going through them never waits for
 * memory, in a block whose size is a power of two; a list that outgrows its block moves to one
 * twice as large and leaves the old one to others. When there is no room left the lists are laid
 * out anew, tightly, and only if that is not enough the room becomes larger: what is held depends
 * on how many synapses there are, not on how often they changed. Each synapse knows its place, so
 * nothing is ever searched. The order means nothing: the index is made anew from the segments when
 * they are restored.
 */
final class PresynapticIndex {
  private static final int NONE = -1;
  private static final int ORDERS = 17;
  private static final int LEAST = 1 << 10;

  /** Part of the room that lists laid out tightly may take before it is enlarged. */
  private static final double FULL = 0.75;

  private final int[] start;
  private final char[] sizes;
  private final byte[] orders;
  private final int[] free = new int[ORDERS];
  private int[] entries = new int[LEAST];
  private int used;
  private int[] place = new int[0];

  PresynapticIndex(int cells) {
    start = new int[cells];
    sizes = new char[cells];
    orders = new byte[cells];
    Arrays.fill(free, NONE);
  }

  /** Synapses are numbered below this. */
  void fit(int synapses) {
    int before = place.length;
    place = Arrays.copyOf(place, synapses);
    Arrays.fill(place, before, synapses, NONE);
  }

  /**
   * A new synapse.
   *
   * @param presynaptic the cell of each of the others
   */
  void add(int cell, int synapse, char[] presynaptic) {
    if (sizes[cell] == capacity(orders[cell])) {
      move(cell, presynaptic);
    }
    put(start[cell] + sizes[cell]++, synapse);
  }

  void remove(int cell, int synapse) {
    put(place[synapse], entries[start[cell] + --sizes[cell]]);
    place[synapse] = NONE;
  }

  /** The synapse has another number. */
  void renumber(int from, int to) {
    put(place[from], to);
    place[from] = NONE;
  }

  private void put(int at, int synapse) {
    entries[at] = synapse;
    place[synapse] = at;
  }

  /** Adds the synapses on a cell to a set. */
  void mark(int cell, long[] set) {
    int from = start[cell];
    int to = from + sizes[cell];
    for (int i = from; i < to; i++) {
      set[entries[i] >> 6] |= 1L << entries[i];
    }
  }

  /** Order 0: no block. */
  private static int capacity(int order) {
    return order == 0 ? 0 : 1 << order;
  }

  private static int orderFor(int size) {
    return size == 0 ? 0 : Math.max(1, 32 - Integer.numberOfLeadingZeros(size - 1));
  }

  private void move(int cell, char[] presynaptic) {
    int order = orders[cell] + 1;
    int block = take(order);
    if (block == NONE) {
      layOut(presynaptic, capacity(order));
      order = orderFor(sizes[cell] + 1);
      block = take(order);
    }
    int from = start[cell];
    if (orders[cell] > 0) {
      for (int i = 0; i < sizes[cell]; i++) {
        put(block + i, entries[from + i]);
      }
      entries[from] = free[orders[cell]];
      free[orders[cell]] = from;
    }
    start[cell] = block;
    orders[cell] = (byte) order;
  }

  private int take(int order) {
    int block = free[order];
    if (block != NONE) {
      free[order] = entries[block];
      return block;
    }
    if (used + capacity(order) > entries.length) {
      return NONE;
    }
    block = used;
    used += capacity(order);
    return block;
  }

  /** Lays out all lists again, in blocks that just hold them, with so much room behind them. */
  private void layOut(char[] presynaptic, int room) {
    used = 0;
    for (int cell = 0; cell < start.length; cell++) {
      orders[cell] = (byte) orderFor(sizes[cell]);
      start[cell] = used;
      used += capacity(orders[cell]);
      sizes[cell] = 0;
    }
    if (used + room > FULL * entries.length) {
      entries = new int[(int) ((used + room) / FULL) + LEAST];
    }
    Arrays.fill(free, NONE);
    for (int synapse = 0; synapse < place.length; synapse++) {
      if (place[synapse] != NONE) {
        int cell = presynaptic[synapse];
        put(start[cell] + sizes[cell]++, synapse);
      }
    }
  }

  /** Memory held, bytes. */
  long bytes() {
    return 7L * start.length + 4L * (entries.length + place.length);
  }
}
