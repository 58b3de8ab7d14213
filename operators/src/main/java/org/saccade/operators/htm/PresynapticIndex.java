package org.saccade.operators.htm;

import java.util.Arrays;

/**
 * For each cell, the segments that have a synapse on it, and whether the synapse is connected: what
 * turns a few active cells into the activity of all segments without looking at the others.
 *
 * <p>A cell's entries lie in chunks of {@value #CHUNK}, the newest chunk first and only that one
 * partly filled. Chunks are all alike, so what one cell lets go another takes. The order of entries
 * means nothing: the index is made anew from the segments when they are restored.
 */
final class PresynapticIndex {
  private static final int CHUNK = 8;
  private static final int NONE = -1;

  private final int[] newest;
  private final char[] sizes;
  private int[] older = new int[64];
  private char[] entries = new char[64 * CHUNK];
  private int chunks;
  private int free = NONE;

  PresynapticIndex(int cells) {
    newest = new int[cells];
    sizes = new char[cells];
    Arrays.fill(newest, NONE);
  }

  void clear() {
    Arrays.fill(newest, NONE);
    Arrays.fill(sizes, (char) 0);
    chunks = 0;
    free = NONE;
  }

  void add(int cell, int segment, boolean connected) {
    int slot = sizes[cell]++ % CHUNK;
    if (slot == 0) {
      int chunk = take();
      older[chunk] = newest[cell];
      newest[cell] = chunk;
    }
    entries[newest[cell] * CHUNK + slot] = (char) (segment << 1 | (connected ? 1 : 0));
  }

  void remove(int cell, int segment) {
    int at = find(cell, segment);
    int last = (sizes[cell] - 1) % CHUNK;
    int chunk = newest[cell];
    entries[at] = entries[chunk * CHUNK + last];
    sizes[cell]--;
    if (last == 0) {
      newest[cell] = older[chunk];
      older[chunk] = free;
      free = chunk;
    }
  }

  void connected(int cell, int segment, boolean connected) {
    entries[find(cell, segment)] = (char) (segment << 1 | (connected ? 1 : 0));
  }

  private int find(int cell, int segment) {
    int filled = (sizes[cell] - 1) % CHUNK + 1;
    for (int chunk = newest[cell]; chunk != NONE; chunk = older[chunk]) {
      int from = chunk * CHUNK;
      for (int i = from; i < from + filled; i++) {
        if (entries[i] >> 1 == segment) {
          return i;
        }
      }
      filled = CHUNK;
    }
    throw new IllegalStateException("segment " + segment + " has no synapse on cell " + cell);
  }

  /** Adds 1 to each segment's activity for a synapse on the cell, and 2^16 if it is connected. */
  void count(int cell, int[] activity) {
    int filled = (sizes[cell] - 1) % CHUNK + 1;
    for (int chunk = newest[cell]; chunk != NONE; chunk = older[chunk]) {
      int from = chunk * CHUNK;
      for (int i = from; i < from + filled; i++) {
        int entry = entries[i];
        activity[entry >> 1] += 1 + ((entry & 1) << 16);
      }
      filled = CHUNK;
    }
  }

  private int take() {
    if (free != NONE) {
      int chunk = free;
      free = older[chunk];
      return chunk;
    }
    if (chunks == older.length) {
      older = Arrays.copyOf(older, 2 * chunks);
      entries = Arrays.copyOf(entries, 2 * chunks * CHUNK);
    }
    return chunks++;
  }

  long bytes() {
    return 6L * newest.length + 4L * older.length + 2L * entries.length;
  }
}
