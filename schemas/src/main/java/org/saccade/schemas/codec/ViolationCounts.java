package org.saccade.schemas.codec;

import java.util.Arrays;

/** A counter for each kind of violation. */
public final class ViolationCounts {
  private static final Violation[] KINDS = Violation.values();
  private final long[] counts = new long[KINDS.length];

  public void add(Violation kind, long n) {
    counts[kind.ordinal()] += n;
  }

  public void add(ViolationCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
  }

  public long get(Violation kind) {
    return counts[kind.ordinal()];
  }

  public long total() {
    long sum = 0;
    for (long c : counts) {
      sum += c;
    }
    return sum;
  }

  public boolean isEmpty() {
    return total() == 0;
  }

  public void clear() {
    Arrays.fill(counts, 0);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof ViolationCounts v && Arrays.equals(counts, v.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  /** One phrase a kind that occurred, such as {@code 3 events outside of the frame}. */
  @Override
  public String toString() {
    StringBuilder s = new StringBuilder();
    for (Violation kind : KINDS) {
      if (get(kind) > 0) {
        s.append(s.isEmpty() ? "" : "; ").append(get(kind)).append(' ').append(kind.description());
      }
    }
    return s.isEmpty() ? "none" : s.toString();
  }
}
