package org.saccade.operators.htm;

/**
 * Finds the segment that was used longest ago, the lowest among equals. One pass through all
 * segments gives the next {@value #BATCH}: a time of use only ever rises, so that those of the
 * batch that were not used since are still the oldest of all, in its order.
 */
final class OldestSegments {
  private static final int BATCH = 64;

  private final int[] segment = new int[BATCH];
  private final long[] lastUsed = new long[BATCH];
  private int next;
  private int size;

  /** The oldest segment alive; there must be one. */
  int oldest(Segments segments) {
    while (true) {
      for (; next < size; next++) {
        int s = segment[next];
        if (segments.alive(s) && segments.lastUsed[s] == lastUsed[next]) {
          return s;
        }
      }
      gather(segments);
    }
  }

  private void gather(Segments segments) {
    next = 0;
    size = 0;
    for (int s = 0; s < segments.end(); s++) {
      long used = segments.lastUsed[s];
      if ((size < BATCH || used < lastUsed[BATCH - 1]) && segments.alive(s)) {
        insert(s, used);
      }
    }
  }

  private void insert(int s, long used) {
    int at = size < BATCH ? size++ : BATCH - 1;
    for (; at > 0 && lastUsed[at - 1] > used; at--) {
      segment[at] = segment[at - 1];
      lastUsed[at] = lastUsed[at - 1];
    }
    segment[at] = s;
    lastUsed[at] = used;
  }

  /** Memory held, bytes. */
  long bytes() {
    return 12L * BATCH;
  }
}
